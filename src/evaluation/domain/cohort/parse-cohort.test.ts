import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDayOf } from '../../../shared/calendar-day.ts';
import { parseCohort } from './parse-cohort.ts';
import { cohortOf, reoffenceOf, studyRow } from './study-row.test-support.ts';
import { writeCohort } from './write-cohort.ts';

const HEAD = 'person,index_event,force,indexed_on,followed_until';

/** The faults of texts, each as `file row column: problem → remedy`. */
function faultsOf(cohort: string, reoffences: string | null = null): readonly string[] {
  const parsed = parseCohort({ cohort, reoffences });
  if (parsed.ok) return [];
  return parsed.refusal.map(
    ({ file, row, column, problem, remedy }) => `${file} ${row} ${column}: ${problem} → ${remedy}`,
  );
}

/** The faults of one row that has these cells as well. */
function faultsWith(cells: Readonly<Record<string, string>>): readonly string[] {
  const keys = Object.keys(cells);
  const head = [HEAD, ...keys].join(',');
  return faultsOf(`${head}\nP1,E1,durham,2023-01-10,2024-12-31${keys.map((key) => `,${cells[key]}`).join('')}\n`);
}

describe('parseCohort', () => {
  test('stops after ten thousand faults, and says from which row nothing was read', () => {
    const faults = faultsOf(`${HEAD}\n${'P1,E1\n'.repeat(20_000)}`);
    expect(faults).toHaveLength(10_001);
    expect(faults.at(-1)).toMatch(/^cohort.csv 10002 : no row from here on was read/);
  });

  test('answers a hundred thousand headings with one fault', () => {
    expect(faultsOf('a,'.repeat(100_000))).toEqual([
      'cohort.csv 1 : there are 100,001 headings → leave out the columns that the data dictionary lacks',
    ]);
  });

  test('reads rows with the columns that there are, and takes an empty cell for not recorded', () => {
    const parsed = parseCohort({
      cohort: `\uFEFF${HEAD},age,prior_treatment\r\nP1,E1,durham,2023-01-10,2024-12-31,34,no\r\n\r\n"P,2",E1,kent,2023-02-01,2024-12-31,,\r\n`,
      reoffences:
        'person,index_event,committed_on,proven_on,offence_code\n"P,2",E1,2023-03-01,2023-04-01,09261\nP1,E1,2023-03-01,,\n',
    });
    expect(parsed).toEqual({
      ok: true,
      value: {
        rows: [
          studyRow({ age: 34, priorTreatment: false, followedUntil: calendarDayOf('2024-12-31') }),
          studyRow({
            person: 'P,2',
            force: 'kent',
            indexedOn: calendarDayOf('2023-02-01'),
            followedUntil: calendarDayOf('2024-12-31'),
          }),
        ],
        reoffences: [
          {
            person: 'P,2',
            indexEvent: 'E1',
            committedOn: '2023-03-01',
            provenOn: '2023-04-01',
            offenceCode: '09261',
          },
          { person: 'P1', indexEvent: 'E1', committedOn: '2023-03-01', provenOn: null, offenceCode: null },
        ],
      },
    });
  });

  test('names row, column, problem and remedy of every faulty cell', () => {
    expect(
      faultsOf(`${HEAD},age,sex,ethnicity_self_defined,eligible
P1,E1,durham,10/01/2023,2024-12-31,34.5,Femal,White,maybe
P2,E1,,2023-02-30,2024-12-31,,female,W1,yes`),
    ).toEqual([
      'cohort.csv 2 indexed_on: "10/01/2023" is no day of the calendar → write it as YYYY-MM-DD, or leave the cell empty where it is not recorded',
      'cohort.csv 2 age: "34.5" is no whole number from 10 to 120 → correct it, or leave the cell empty where it is not recorded',
      'cohort.csv 2 sex: "Femal" is not one of female, male, other → did you mean "female"?',
      'cohort.csv 2 ethnicity_self_defined: "White" is not of the form expected here (16+1 code; N codes are not stated) → write it as W1, B1 or N1, or leave the cell empty where it is not recorded',
      'cohort.csv 2 eligible: "maybe" is neither yes nor no → write yes or no, or leave the cell empty where it is not recorded',
      'cohort.csv 3 force: the cell is empty → every row needs it; fill it in',
      'cohort.csv 3 indexed_on: "2023-02-30" is no day of the calendar → write it as YYYY-MM-DD, or leave the cell empty where it is not recorded',
    ]);
  });

  test.each(['NA', 'N/A', 'NULL', 'nan', '#N/A', '<NA>', '.'])(
    'takes "%s" for not recorded, as an empty cell, and says so where a value is needed',
    (missing) => {
      const row = (force: string): string =>
        `${HEAD},age,eligible\nP1,E1,${force},2023-01-10,2024-12-31,${missing},${missing}\n`;
      const read = parseCohort({ cohort: row('durham'), reoffences: null });
      expect(read).toMatchObject({ ok: true, value: { rows: [{ age: null, eligible: null }] } });
      expect(faultsOf(row(missing))).toEqual([
        `cohort.csv 2 force: "${missing}" says that there is no value → every row needs it; fill it in`,
      ]);
    },
  );

  test('refuses headings that it does not know, has twice, or needs', () => {
    expect(faultsOf('person,index_event,forse,indexed_on,followed_until,age,age\n')).toEqual([
      'cohort.csv 1 forse: there is no column "forse" → did you mean "force"?',
      'cohort.csv 1 age: the heading is there twice → take one column out',
      'cohort.csv 1 force: the column is missing → every row needs it',
    ]);
    expect(faultsOf('')).toEqual(['cohort.csv 1 : the file is empty → its first row is the headings']);
    expect(faultsOf(`${HEAD}\n`)).toEqual([
      'cohort.csv 1 : there is no row below the headings → write one row a person and index event',
    ]);
  });

  test('refuses rows of another width and quotation marks that are never closed', () => {
    expect(faultsOf(`${HEAD}\nP1,E1,durham,2023-01-10\n`)).toEqual([
      'cohort.csv 2 : the row has 4 cells and there are 5 headings → look for a comma that should be within quotation marks',
    ]);
    expect(faultsOf(`${HEAD}\nP1,"E1,durham,2023-01-10,2024-12-31\n`)).toEqual([
      'cohort.csv 2 : a quotation mark is opened and never closed → close it, or take it out',
    ]);
  });

  test.each([
    [
      'completed before it started',
      {
        offered_on: '2023-01-10',
        accepted_on: '2023-01-10',
        started_on: '2023-02-01',
        completed_on: '2023-01-20',
      },
      'started_on and completed_on: completed_on is 2023-01-20, before started_on, 2023-02-01',
    ],
    [
      'completed and never started',
      { offered_on: '2023-01-10', accepted_on: '2023-01-10', completed_on: '2023-01-20' },
      'completed_on and started_on: completed_on is given and started_on is empty',
    ],
    [
      'offered before the clock starts',
      { offered_on: '2023-01-09' },
      'indexed_on and offered_on: offered_on is 2023-01-09, before indexed_on, 2023-01-10',
    ],
    [
      'a day after follow-up ends',
      { offered_on: '2025-01-01' },
      'offered_on and followed_until: offered_on is 2025-01-01, after followed_until, 2024-12-31',
    ],
    [
      'contact after death',
      { died_on: '2023-02-01', first_contact_on: '2023-02-02' },
      'first_contact_on and died_on: first_contact_on is 2023-02-02, after died_on, 2023-02-01',
    ],
    [
      'more prior drug offences than prior offences',
      { prior_offences: '2', prior_drug_offences: '3' },
      'prior_offences and prior_drug_offences: prior_drug_offences is 3 of 2 prior_offences: a share of more than 100%',
    ],
    [
      'an answer to a survey that was not put',
      { victim_survey_asked: 'no', victim_satisfaction: '4' },
      'victim_satisfaction and victim_survey_asked: victim_satisfaction is given and victim_survey_asked is not yes: a response rate of more than 100%',
    ],
  ])('refuses %s', (_, cells, problem) => {
    const [first, ...others] = faultsWith(cells);
    expect(first).toContain(`cohort.csv 2 ${problem} → `);
    expect(others).toEqual([]);
  });

  test('refuses the same person and index event twice, and two days of death', () => {
    const rows = [
      'P1,E1,durham,2023-01-10,2024-12-31,',
      'P1,E1,durham,2023-01-10,2024-12-31,',
      'P2,E1,durham,2023-01-10,2024-12-31,2024-01-01',
      'P2,E2,durham,2023-01-10,2024-12-31,',
    ];
    expect(faultsOf(`${HEAD},died_on\n${rows.join('\n')}`)).toEqual([
      'cohort.csv 3 person and index_event: the person and index event are those of row 2 too → take one of the rows out',
      'cohort.csv 5 died_on: died_on is empty here and 2024-01-01 for the same person in row 4 → give a person the same day in each row',
    ]);
  });

  test('refuses reoffences that belong to nobody or cannot be so', () => {
    const cohort = `${HEAD},died_on\nP1,E1,durham,2023-01-10,2024-12-31,2024-01-01\n`;
    const reoffences = `person,index_event,committed_on,proven_on
P1,E2,2023-02-01,2023-02-01
P1,E1,2023-01-09,2023-02-01
P1,E1,2023-02-01,2023-01-31
P1,E1,2023-02-01,2025-01-01
P1,E1,2024-01-02,
`;
    expect(faultsOf(cohort, reoffences).map((fault) => fault.replace(/ → .*/, ''))).toEqual([
      'reoffences.csv 2 person and index_event: cohort.csv has no row of the person P1 and the index event E2',
      'reoffences.csv 3 committed_on: committed_on is 2023-01-09, before the index day, 2023-01-10',
      'reoffences.csv 4 committed_on and proven_on: proven_on is 2023-01-31, before committed_on, 2023-02-01',
      'reoffences.csv 5 proven_on: it is of 2025-01-01, after followed_until of its row, 2024-12-31',
      "reoffences.csv 6 committed_on: committed_on is 2024-01-02, after the person's death, 2024-01-01",
    ]);
  });
});

describe('writeCohort', () => {
  const word = fc.constantFrom('a', 'West "Side"', 'x,y', 'line\nbreak', 'é', '-');
  const maybe = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: null });
  const day = fc.integer({ min: 0, max: 300 }).map((days) => addDays(calendarDayOf('2023-02-01'), days));

  test('writes what parseCohort reads back as it was', () => {
    const rows = fc
      .array(
        fc.record({
          scheme: maybe(word),
          lossReason: maybe(word),
          age: maybe(fc.integer({ min: 10, max: 120 })),
          priorTreatment: maybe(fc.boolean()),
          treatmentEnteredOn: maybe(day),
          outcomeType: maybe(fc.constantFrom('0', '8', '22', '1A')),
          arm: maybe(fc.constantFrom('diversion' as const, 'usual' as const)),
        }),
        { minLength: 1, maxLength: 8 },
      )
      .map((given) => given.map((fields, at) => studyRow({ ...fields, person: `P${at}` })));
    fc.assert(
      fc.property(rows, maybe(day), maybe(word), (rows, provenOn, offenceCode) => {
        const reoffences = rows.map((row) => reoffenceOf(row, '2023-01-20', { provenOn, offenceCode }));
        const cohort = cohortOf(rows, reoffences);
        const written = writeCohort(cohort);
        expect(parseCohort(written)).toEqual({ ok: true, value: cohort });
        expect(parseCohort({ ...written, reoffences: null })).toEqual({ ok: true, value: cohortOf(rows) });
      }),
    );
  });

  test('describes every column of both files in the dictionary', () => {
    const { cohort, reoffences, dictionary } = writeCohort(cohortOf([studyRow()]));
    const described = dictionary.split('\n').map((line) => line.split(',', 2).join(' '));
    const columns = [
      ...cohort
        .split('\n', 1)
        .join('')
        .split(',')
        .map((heading) => `cohort.csv ${heading}`),
      ...reoffences
        .split('\n', 1)
        .join('')
        .split(',')
        .map((heading) => `reoffences.csv ${heading}`),
    ];
    expect(described.slice(1, -1)).toEqual(columns);
    expect(columns).toHaveLength(39 + 5);
  });
});
