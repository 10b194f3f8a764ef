import { describe, expect, test } from 'vitest';
import { compileScheme, decide, parseFacts, type SchemeRules } from '../../../eligibility/index.ts';
import { loadCatalogue } from '../../../schemes/store/catalogue-files.ts';
import { loadReferenceLists } from '../../../reference/store/reference-lists.ts';
import { calendarDayOf, type CalendarDay } from '../../../shared/calendar-day.ts';
import { OUTCOMES, OUTCOME_NOT_KNOWN } from './outcomes.ts';
import { recordDecider, type SchemeTally } from './record-decider.ts';
import { factsOfRecord, type SearchRecord } from './record-facts.ts';
import { AGE_RANGES, factsOfOutcome, GENDERS, NOTHING_KNOWN } from './search-facts.ts';

const reference = await loadReferenceLists();
const { vocabulary } = reference;
const day = calendarDayOf;

/** A scheme whose clauses change, so that records of different days are decided by different clauses. */
const changing: SchemeRules & { version: string } = {
  id: 'changing',
  version: 'test',
  standing: [],
  eligibility: [
    {
      id: 'CHG-1',
      says: 'Aged 18 or over',
      rule: { fact: 'age', atLeast: 18 },
      source: 'S',
      standing: 'sourced',
      from: day('2015-01-01'),
      until: day('2019-06-30'),
    },
    {
      id: 'CHG-2',
      says: 'Aged 25 or over',
      rule: { fact: 'age', atLeast: 25 },
      source: 'S',
      standing: 'sourced',
      from: day('2019-07-01'),
    },
    {
      id: 'CHG-3',
      says: 'The drug offence is of the last week, or a sergeant agrees',
      rule: {
        anyOf: [
          { fact: 'offence-age-days', atMost: 7 },
          { discretion: 'Is it worth it?', by: 'sergeant' },
        ],
      },
      source: 'S',
      standing: 'sourced',
      from: day('2015-01-01'),
    },
  ],
};

/** A scheme that never changes, resting on law that does: by the day of the decision, and by that of the offence. */
const resting: SchemeRules = {
  id: 'resting',
  version: 'test',
  standing: [],
  eligibility: [
    { id: 'RES-1', says: 'Not a woman', rule: { fact: 'sex', isNot: 'female' }, source: 'S', standing: 'sourced' },
  ],
  law: [
    {
      id: 'changing-law',
      version: 'test',
      clauses: [
        {
          id: 'LAW-901',
          says: 'Aged 25 or over',
          rule: { fact: 'age', atLeast: 25 },
          source: 'S',
          standing: 'sourced',
          from: day('2020-07-01'),
        },
        {
          id: 'LAW-902',
          says: 'Was not arrested',
          rule: { fact: 'arrested', is: false },
          source: 'S',
          standing: 'sourced',
          from: day('2021-01-01'),
          datedBy: 'offence',
        },
      ],
    },
  ],
};

/** Days on which law changes, those of the catalogue too, each with the day before. */
const DAYS_OF_LAW = ['2019-03-31', '2019-04-01', '2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01', '2024-08-14'];

const catalogue = await loadCatalogue(undefined, reference);
const schemes = [...catalogue, changing, resting].map((scheme) => compileScheme(vocabulary, scheme));

/** A record of every kind that a row can be, on days of different clauses. */
function everyKindOfRecord(days: readonly CalendarDay[]): SearchRecord[] {
  const ages = [...new Set(AGE_RANGES.values()), NOTHING_KNOWN];
  const sexes = [...GENDERS.values(), NOTHING_KNOWN];
  const finds = [...new Set(OUTCOMES.values()), OUTCOME_NOT_KNOWN].flatMap((meaning) =>
    [true, false].map((drugsFound) => ({ known: factsOfOutcome(meaning, drugsFound), drugsFound })),
  );
  return days.flatMap((on) =>
    ages.flatMap((age) =>
      sexes.flatMap((sex) => finds.map((find) => ({ day: on, person: [age, sex] as const, find }))),
    ),
  );
}

/** The tallies by the way that explains each decision, person by person. */
function talliesOneByOne(records: readonly SearchRecord[], force: string, asOf: CalendarDay | null): SchemeTally[] {
  return schemes.map((scheme) => {
    const verdicts = { eligible: 0, ineligible: 0, 'needs-information': 0, 'needs-discretion': 0 };
    const missing = new Map<string, number>();
    for (const record of records) {
      const on = asOf ?? record.day;
      const facts = parseFacts(vocabulary, factsOfRecord(record, force, on));
      if (!facts.ok) throw new Error(JSON.stringify(facts.refusal));
      const decision = decide(scheme, facts.value, on);
      verdicts[decision.verdict] += 1;
      for (const fact of decision.missing) missing.set(fact, (missing.get(fact) ?? 0) + 1);
    }
    const mostFirst = [...missing].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return { scheme: scheme.id, verdicts, missing: mostFirst };
  });
}

describe('Records decided in batches', () => {
  const records = everyKindOfRecord(['2014-05-01', '2019-06-30', '2019-07-01', '2022-03-05'].map(day));
  const aroundLaw = everyKindOfRecord(DAYS_OF_LAW.map(day));

  test.each([
    ['durham', null],
    ['west-midlands', null],
    ['south-wales', day('2024-02-01')],
    ['metropolitan', day('2019-06-01')],
  ])('come out as one by one, for %s as of %s', (force, asOf) => {
    const decider = recordDecider({ vocabulary, schemes, force, asOf });
    for (const record of records) decider.add(record);
    expect(decider.finish()).toEqual(talliesOneByOne(records, force, asOf));
  });

  test.each([
    ['durham', null],
    ['west-mercia', day('2026-02-12')],
  ])('come out as one by one where the law changes, for %s as of %s', (force, asOf) => {
    const decider = recordDecider({ vocabulary, schemes, force, asOf });
    for (const record of aroundLaw) decider.add(record);
    expect(decider.finish()).toEqual(talliesOneByOne(aroundLaw, force, asOf));
  });

  test('come out the same however many there are and in whatever order', () => {
    const decider = recordDecider({ vocabulary, schemes, force: 'durham', asOf: null });
    const times = Math.ceil(10_000 / records.length);
    for (let time = 0; time < times; time += 1) {
      for (const record of time % 2 === 0 ? records : records.toReversed()) decider.add(record);
    }
    const once = talliesOneByOne(records, 'durham', null);
    const multiplied = once.map(({ scheme, verdicts, missing }) => ({
      scheme,
      verdicts: Object.fromEntries(Object.entries(verdicts).map(([verdict, count]) => [verdict, count * times])),
      missing: missing.map(([fact, count]) => [fact, count * times]),
    }));
    expect(decider.finish()).toEqual(multiplied);
    const counted = recordDecider({ vocabulary, schemes, force: 'durham', asOf: null });
    for (const record of records) counted.add(record, times);
    expect(counted.finish()).toEqual(multiplied);
  });
});
