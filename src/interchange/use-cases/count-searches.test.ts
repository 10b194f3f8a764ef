import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  COLUMNS,
  csvText,
  gzipMembers,
  searchFile,
  searchRow,
} from '../../../tests/interchange/stop-and-search-file.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { openRecordFile } from '../store/open-record-file.ts';
import { countSearches, type SearchFile } from './count-searches.ts';

const FORCES = [
  { id: 'durham', name: 'Durham Constabulary' },
  { id: 'city-of-london', name: 'City of London Police' },
];

interface Content {
  readonly text: string | Buffer;
  readonly force?: string | null;
  readonly name?: string;
}

/** Counts files of these contents, each for a force or for whichever its rows name. */
async function count(...contents: readonly Content[]) {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-searches-'));
  async function* files(): AsyncGenerator<SearchFile> {
    for (const [at, { text, force = 'durham', name = `${at}.csv` }] of contents.entries()) {
      await writeFile(join(folder, name), text);
      const file = await openRecordFile(join(folder, name));
      if (!file.ok) throw new Error(file.refusal.problem);
      yield { file: file.value, force };
    }
  }
  try {
    return await countSearches({ files: files(), forces: FORCES, today: calendarDayOf('2026-11-01') });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function answerTo(...contents: readonly Content[]) {
  const answer = await count(...contents);
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value;
}

const WARNING = 'Khat or Cannabis warning';
const PACE = 'Police and Criminal Evidence Act 1984 (section 1)';
const LINK = 'Outcome linked to object of search';

describe('Searches counted', () => {
  test('are alike where all that is counted is alike', async () => {
    const person = { 'Self-defined ethnicity': 'Asian/Asian British - Chinese', 'Officer-defined ethnicity': 'Asian' };
    const { cells, files } = await answerTo({ text: searchFile([person, person, {}, { Type: 'Vehicle search' }]) });
    const plain = {
      ...{ force: 'durham', object: 'drugs', drugsBy: 'power and object', sex: 'male', age: '18-24' },
      ...{ outcome: 'no further action', found: 'no', likeAnother: 0, copies: 0 },
    };
    expect(cells).toEqual([
      { ...plain, selfDefined: 'A4', officerDefined: 'Asian', count: 2 },
      { ...plain, selfDefined: null, officerDefined: null, count: 1 },
    ]);
    expect(files).toMatchObject([{ rows: 4, decided: 3, skipped: { 'vehicle-only': 1 } }]);
  });

  test.each([
    [{ 'Self-defined ethnicity': 'Other ethnic group - Not stated' }, { selfDefined: 'NS' }],
    [{ 'Self-defined ethnicity': 'Chinese or other ethnic group - Chinese (O1)' }, { selfDefined: 'O1' }],
    [{ 'Self-defined ethnicity': 'white - irish' }, { selfDefined: 'W2' }],
    [
      { Outcome: 'Arrest', [LINK]: 'True' },
      { outcome: 'arrest', found: 'yes' },
    ],
    [
      { Outcome: 'Arrest', [LINK]: 'False' },
      { outcome: 'arrest', found: 'no' },
    ],
    [
      { Outcome: 'Arrest', [LINK]: '' },
      { outcome: 'arrest', found: null },
    ],
    [
      { Outcome: WARNING, [LINK]: '' },
      { outcome: 'cannabis or khat warning', found: 'yes' },
    ],
    [
      { Outcome: WARNING, [LINK]: 'False', 'Object of search': 'Stolen goods', Legislation: PACE },
      { object: 'other', found: 'no' },
    ],
    [
      { Outcome: 'Nothing found - no further action', [LINK]: '' },
      { outcome: 'no further action', found: 'no' },
    ],
    [
      { Outcome: '', [LINK]: 'True' },
      { outcome: 'not recorded', found: null },
    ],
    [{ 'Object of search': '' }, { object: 'drugs', drugsBy: 'power alone' }],
    [
      { 'Object of search': 'NULL', Legislation: 'NA' },
      { object: null, drugsBy: null },
    ],
    [
      { 'Object of search': '', Legislation: PACE },
      { object: 'other', drugsBy: null },
    ],
    [{ Legislation: '' }, { object: 'drugs', drugsBy: 'object alone' }],
    [{ Legislation: PACE }, { object: 'drugs', drugsBy: 'object against power' }],
    [{ 'Object of search': 'Stolen goods' }, { object: 'drugs', drugsBy: 'power against object' }],
    [{ 'Object of search': 'Evidence of offences under the Act' }, { object: 'drugs', drugsBy: 'power alone' }],
    [
      { 'Object of search': 'Evidence of offences under the Act', Legislation: PACE },
      { object: 'other', drugsBy: null },
    ],
    [
      { 'Object of search': 'Dragons', Legislation: 'Magna Carta' },
      { object: null, drugsBy: null },
    ],
    [
      { 'Age range': 'under 10', Gender: '' },
      { age: 'under 10', sex: null },
    ],
    [{ 'Age range': '' }, { age: null }],
    [{ 'Age range': 'Oct-17' }, { age: '10-17' }],
  ])('with %j are %j', async (row, cell) => {
    expect((await answerTo({ text: searchFile([row]) })).cells).toMatchObject([cell]);
  });

  test('are of months as London reckons them', async () => {
    const { months } = await answerTo({ text: searchFile([{ Date: '2019-06-30T23:30:00+00:00' }, {}]) });
    expect(months).toEqual([{ force: 'durham', months: ['2019-07', '2019-12'] }]);
  });

  test('say how often an ethnicity is blank, and where it is none that is used', async () => {
    const { files } = await answerTo({ text: searchFile([{ 'Self-defined ethnicity': 'Martian' }, {}]) });
    const found = files[0]?.findings.map(({ code, column, count: times }) => [code, column, times]);
    expect(found).toContainEqual(['ethnicity-not-recognised', 'Self-defined ethnicity', 1]);
    expect(found).toContainEqual(['ethnicity-not-given', 'Officer-defined ethnicity', 2]);
  });

  test('count as not recorded where the file has no column of ethnicity, and that is said', async () => {
    const columns = COLUMNS.filter((column) => !column.endsWith('ethnicity'));
    const { cells, files } = await answerTo({ text: searchFile([{}], columns) });
    expect(cells).toMatchObject([{ selfDefined: null, officerDefined: null }]);
    expect(files[0]?.findings).toContainEqual(
      expect.objectContaining({ code: 'column-missing', column: 'Self-defined ethnicity' }),
    );
  });
});

describe('Several files', () => {
  test('count a row that is in two of them once', async () => {
    const text = searchFile([{}, {}]);
    const { cells, files } = await answerTo({ text }, { text: gzipMembers(text), name: 'again.csv.gz' });
    expect(cells).toMatchObject([{ count: 2 }]);
    expect(files[1]).toMatchObject({ decided: 0, skipped: { duplicate: 2 } });
    expect(cells).toMatchObject([{ copies: 2, likeAnother: 0 }]);
  });

  test('that hold the same days in other words are said to, and those of neighbouring months are not', async () => {
    const first = searchFile([{}, { Date: '2019-12-31T12:00:00+00:00' }]);
    const other = searchFile([{ Gender: 'Female' }, { Date: '2019-12-30T12:00:00+00:00' }]);
    const next = searchFile([{ Date: '2019-12-31T23:00:00+00:00' }, { Date: '2020-01-30T12:00:00+00:00' }]);
    const { overlaps } = await answerTo({ text: first }, { text: other }, { text: next });
    expect(overlaps).toEqual([{ files: ['0.csv', '1.csv'], first: '2019-12-01', last: '2019-12-30' }]);
  });

  test('are refused by the name of the one of which every row is refused, and not of one with vehicles searched', async () => {
    const vehicle = { Type: 'Vehicle search' };
    const { files } = await answerTo({ text: searchFile([{}]) }, { text: searchFile([vehicle, { Date: 'May' }]) });
    expect(files[1]).toMatchObject({ decided: 0, skipped: { 'vehicle-only': 1, 'bad-date': 1 } });
    expect(await count({ text: searchFile([{}]) }, { text: searchFile([{ Date: 'May' }]) })).toMatchObject({
      ok: false,
      refusal: { code: 'no-row-usable', file: '1.csv' },
    });
  });

  test('are refused by the name of the one that is of another format', async () => {
    expect(await count({ text: searchFile([{}]) }, { text: 'Crime ID,Month,Crime type\n' })).toMatchObject({
      ok: false,
      refusal: { code: 'street-crime-file', file: '1.csv' },
    });
  });
});

test('A force is read from the rows where nobody else names it', async () => {
  const columns = ['source_file', ...COLUMNS];
  const named = { source_file: '2019-12-city-of-london-stop-and-search.csv' };
  const text = csvText([columns, searchRow(named, 0, columns), searchRow({}, 1, columns)]);
  const { cells } = await answerTo({ text, force: null });
  expect(cells.map(({ force }) => force)).toEqual(['city-of-london', null]);
});

test('Memory follows the kinds of search, not their number', async () => {
  const rows = Array.from({ length: 30_000 }, (_, minute) => searchRow({}, minute % 40_000));
  const { cells } = await answerTo({ text: csvText([COLUMNS, ...rows]) });
  expect(cells).toHaveLength(1);
});
