import { describe, expect, test } from 'vitest';
import { answerFor, answerForFiles, decideContent, decidePath } from '../../../tests/interchange/decide-file.ts';
import {
  COLUMNS,
  csvText,
  gzipMembers,
  searchFile,
  searchRow,
  type SearchRow,
} from '../../../tests/interchange/stop-and-search-file.ts';
import { calendarDayOf } from '../../shared/calendar-day.ts';
import { recordsJson } from '../domain/records-json.ts';
import type { RecordsAnswer } from './decide-records.ts';

const THREE_PEOPLE: readonly SearchRow[] = [{ 'Age range': '10-17' }, { 'Age range': '18-24' }, { 'Age range': '' }];

function finding(answer: RecordsAnswer, code: string) {
  return answer.findings.find((candidate) => candidate.code === code);
}

/** What was made of the rows, without what depends on the catalogue. */
function made({ rows, decided, skipped }: RecordsAnswer) {
  return { rows, decided, skipped };
}

function expectCountsToAddUp(answer: RecordsAnswer): void {
  const skipped = Object.values(answer.skipped).reduce((sum, count) => sum + count, 0);
  const rejected = answer.findings.filter(({ level }) => level === 'reject');
  expect(answer.decided + skipped).toBe(answer.rows);
  expect(rejected.reduce((sum, { count }) => sum + count, 0)).toBe(skipped);
  for (const { verdicts } of answer.schemes) {
    expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBe(answer.decided);
  }
}

describe('A stop-and-search file', () => {
  test('is decided record by record against every scheme', async () => {
    const answer = await answerFor(searchFile(THREE_PEOPLE));
    expect(made(answer)).toEqual({ rows: 3, decided: 3, skipped: {} });
    const durham = answer.schemes[0]!;
    expect(durham).toMatchObject({ scheme: 'durham-checkpoint', isOwn: true, standing: 'live' });
    expect(durham.verdicts).toMatchObject({ eligible: 0, ineligible: 1, 'needs-information': 2 });
    expect(Object.fromEntries(durham.missing)).toMatchObject({ age: 1, admission: 2, 'home-force': 2 });
    expectCountsToAddUp(answer);
  });

  test("lists the force's own schemes first, then the others, each by id", async () => {
    const answer = await answerFor(searchFile(THREE_PEOPLE), { force: 'west-midlands' });
    const own = answer.schemes.filter(({ isOwn }) => isOwn).map(({ scheme }) => scheme);
    const others = answer.schemes.filter(({ isOwn }) => !isOwn).map(({ scheme }) => scheme);
    expect(own).toContain('west-midlands-divert');
    expect(own).toEqual(own.toSorted());
    expect(others).toEqual(others.toSorted());
    expect(answer.schemes.map(({ scheme }) => scheme)).toEqual([...own, ...others]);
  });

  test('gives the published JSON', async () => {
    const json = recordsJson(await answerFor(searchFile([...THREE_PEOPLE, { Type: 'Vehicle search' }])));
    expect(json).toMatchObject({ rows: 4, decided: 3, skipped: { 'vehicle-only': 1 } });
    expect(Object.keys(json)).toEqual(['rows', 'decided', 'skipped', 'schemes', 'findings', 'files']);
    expect(json.files).toEqual([
      {
        name: 'searches.csv',
        rows: 4,
        decided: 3,
        skipped: { 'vehicle-only': 1 },
        days: { first: '2019-12-01', last: '2019-12-01' },
      },
    ]);
    expect(Object.keys(json.schemes['durham-checkpoint']!)).toEqual([
      'eligible',
      'ineligible',
      'needsInformation',
      'needsDiscretion',
      'missing',
    ]);
  });

  test('is decided as of the day of each search, by the clauses in force then', async () => {
    const rows = searchFile([{ Date: '2010-06-01T10:00:00+00:00' }, { Date: '2021-06-01T10:00:00+00:00' }]);
    const answer = await answerFor(rows);
    expect(answer.days).toEqual({ first: '2010-06-01', last: '2021-06-01' });
    expectCountsToAddUp(answer);
  });

  test('is decided as of another day where that is asked for, with the offence that much older', async () => {
    const found: SearchRow = { Outcome: 'Community resolution', 'Outcome linked to object of search': 'True' };
    const onTheDay = await answerFor(searchFile([found]));
    const muchLater = await answerFor(searchFile([found]), { asOf: calendarDayOf('2020-12-01') });
    const before = await answerFor(searchFile([found]), { asOf: calendarDayOf('2019-01-01') });
    expect(onTheDay.schemes[0]!.verdicts['needs-information']).toBe(1);
    expect(muchLater.schemes[0]!.verdicts.ineligible).toBe(1);
    expect(Object.fromEntries(before.schemes[0]!.missing)).toHaveProperty('offence-age-days');
    expect(finding(before, 'search-after-decision')).toMatchObject({ level: 'warn', count: 1, row: 1 });
  });
});

describe('Rows that are not decided', () => {
  test('are counted, each for one reason', async () => {
    const rows = [
      [...COLUMNS],
      searchRow({}, 1),
      searchRow({}, 1),
      searchRow({ Type: 'Vehicle search' }, 2),
      searchRow({ Type: 'Vehicle search' }, 2),
      searchRow({ Type: 'Person and Vehicle search' }, 3),
      searchRow({ Date: 'yesterday' }, 4),
      searchRow({ Type: 'Strip search' }, 5),
      searchRow({}, 6).slice(0, 9),
      [...searchRow({}, 7), 'one more'],
      COLUMNS.map(() => ''),
      [...COLUMNS],
    ];
    const answer = await answerFor(csvText(rows));
    expect(made(answer)).toEqual({
      rows: 11,
      decided: 2,
      skipped: {
        duplicate: 1,
        'vehicle-only': 2,
        'bad-date': 1,
        'type-not-known': 1,
        'malformed-row': 2,
        'empty-row': 1,
        'repeated-header': 1,
      },
    });
    expect(finding(answer, 'duplicate')).toMatchObject({ level: 'reject', row: 2 });
    expectCountsToAddUp(answer);
  });

  test('are copies wherever they stand and whatever columns were added, but not rows of another force', async () => {
    const columns = ['', ...COLUMNS, 'source_file', 'Force'];
    const rows = [
      columns,
      ...[0, 1, 2, 0].map((minute, at) => [`${at}`, ...searchRow({}, minute), 'a.csv', 'durham']),
      ['4', ...searchRow({}, 1), 'b.csv', 'durham'],
      ['5', ...searchRow({}, 1), 'b.csv', 'kent'],
    ];
    expect(made(await answerFor(csvText(rows)))).toEqual({ rows: 6, decided: 4, skipped: { duplicate: 2 } });
  });

  test.each(COLUMNS.filter((column) => column !== 'Type' && column !== 'Date'))(
    'are copies whichever word for a missing value each has in %s',
    async (column) => {
      const blank = searchRow({ [column]: '' });
      const words = ['N/A', 'NULL', ' ', 'nan', '\\N'].map((word) => searchRow({ [column]: word }));
      const answer = await answerFor(csvText([[...COLUMNS], blank, ...words, searchRow({ [column]: '7' })]));
      expect(made(answer)).toEqual({ rows: 7, decided: 2, skipped: { duplicate: 5 } });
    },
  );

  test('are copies in another file that has the columns in another order, or is without one that is blank', async () => {
    const [operation, ...others] = ['Policing operation', ...COLUMNS.filter((name) => name !== 'Policing operation')];
    const turned = csvText([others.toReversed(), searchRow({}, 0, others.toReversed())]);
    const moved = csvText([
      ['', operation, ...others],
      ['1', ...searchRow({}, 0, [operation, ...others])],
    ]);
    const answer = await answerForFiles([searchFile([{}]), turned, moved]);
    expect(made(answer)).toEqual({ rows: 3, decided: 1, skipped: { duplicate: 2 } });
  });

  test.each(COLUMNS.filter((column) => column !== 'Type'))('are no copies where they differ in %s', async (column) => {
    const other: SearchRow = { Date: '2019-12-01T13:38:11+00:00', 'Self-defined ethnicity': 'White - Irish' };
    const text = csvText([[...COLUMNS], searchRow(), searchRow({ [column]: other[column] ?? '7' })]);
    expect(made(await answerFor(text))).toEqual({ rows: 2, decided: 2, skipped: {} });
  });

  test('are no copies without a time of day and a place: then each is counted, and said to be like another', async () => {
    const bare = { Date: '2021-06-01T23:00:00+00:00', Latitude: '', Longitude: 'NA' };
    const untimed = csvText([[...COLUMNS], searchRow(bare), searchRow(bare), searchRow({ ...bare, Gender: 'Female' })]);
    const answer = await answerFor(untimed);
    expect(made(answer)).toEqual({ rows: 3, decided: 3, skipped: {} });
    expect(finding(answer, 'copies-not-told')).toMatchObject({ level: 'note', count: 1, row: 2 });
    for (const told of [{ Latitude: '54.7', Longitude: '-1.5' }, { Date: '2021-06-01T10:00:00+00:00' }]) {
      const row = searchRow({ ...bare, ...told });
      expect(made(await answerFor(csvText([[...COLUMNS], row, row])))).toMatchObject({ skipped: { duplicate: 1 } });
    }
  });

  test('are only the line of an unclosed quotation mark, and never those after it', async () => {
    const lines = searchFile(Array.from({ length: 40 }, () => ({}))).split('\n');
    lines[3] = lines[3]!.replace('Person search', '"Person search');
    const answer = await answerFor(lines.join('\n'));
    expect(made(answer)).toEqual({ rows: 40, decided: 39, skipped: { 'unclosed-quote': 1 } });
    expect(finding(answer, 'unclosed-quote')).toMatchObject({ row: 3, count: 1 });
  });
});

describe('However the file is written', () => {
  const plain = searchFile(THREE_PEOPLE);
  const windows1252 = Buffer.from(searchFile([{ 'Policing operation': 'Caf\u00e9 \u2013 Sentinel' }]), 'utf8');

  test.each([
    ['with a byte-order mark', Buffer.from(`\u{FEFF}${plain}`), 'byte-order-mark'],
    ['in UTF-16 with a mark', Buffer.from(`\u{FEFF}${plain}`, 'utf16le'), 'text-utf16'],
    ['in UTF-16 without one', Buffer.from(plain, 'utf16le'), 'text-utf16'],
    ['in UTF-16, high byte first', Buffer.from(`\u{FEFF}${plain}`, 'utf16le').swap16(), 'text-utf16'],
    ['with CRLF line ends', plain.replaceAll('\n', '\r\n'), null],
    ['with bare CR line ends', plain.replaceAll('\n', '\r'), null],
    ['with line ends of all kinds', plain.replace('\n', '\r\n').replace(/\n$/, '\r'), null],
    ['without a last line end', plain.trimEnd(), null],
    ['with blank lines at its end', `${plain}\n\r\n\n`, null],
    ['with blank lines between', plain.replaceAll('\n', '\n\n'), 'blank-line'],
    ['compressed though not so named', gzipMembers(plain), 'name-and-content-differ'],
    ['with every field quoted', plain.replaceAll(/[^,\n]+/g, '"$&"'), null],
  ])('%s, it is the same file', async (_how, content, code) => {
    const answer = await answerFor(content);
    expect(made(answer)).toEqual({ rows: 3, decided: 3, skipped: {} });
    expect(answer.schemes).toEqual((await answerFor(plain)).schemes);
    if (code !== null) expect(answer.findings.map((found) => found.code)).toContain(code);
  });

  test('named .gz though not compressed, it is read, and noted', async () => {
    const answer = await answerFor(plain, { name: 'searches.csv.gz' });
    expect(answer.decided).toBe(3);
    expect(finding(answer, 'name-and-content-differ')).toMatchObject({ level: 'note', example: 'searches.csv.gz' });
  });

  test('compressed in several members, all are read', async () => {
    const [header, ...rest] = plain.split('\n');
    const answer = await answerFor(gzipMembers(`${header}\n`, rest[0]!, `\n${rest.slice(1).join('\n')}`), {
      name: 'searches.csv.gz',
    });
    expect(made(answer)).toEqual({ rows: 3, decided: 3, skipped: {} });
  });

  test('joined end to end with others, their headers and marks are not taken for searches', async () => {
    const others = Array.from({ length: 2 }, (_, index) => csvText([[...COLUMNS], searchRow({}, 30 + index)]));
    const answer = await answerFor([plain, ...others].join('\u{FEFF}'));
    expect(made(answer)).toEqual({ rows: 7, decided: 5, skipped: { 'repeated-header': 2 } });
  });

  test('in Windows-1252, its letters are read as such, and the first place is told', async () => {
    const bytes = Buffer.from(windows1252.toString('utf8').replace('\u2013', '\u0096'), 'latin1');
    const answer = await answerFor(bytes);
    expect(finding(answer, 'text-not-utf8')).toMatchObject({
      level: 'note',
      code: 'text-not-utf8',
      column: 'Policing operation',
      row: 1,
      count: 1,
      example: 'Caf\u00e9 \u2013 Sentinel',
    });
    expect(finding(await answerFor(windows1252), 'text-not-utf8')).toBeUndefined();
  });

  test('with commas, quotation marks and line ends in a quoted field, a row stays one row', async () => {
    const operation = 'Operation "Sentinel", phase 1,000\nsecond line';
    const answer = await answerFor(searchFile([{ 'Policing operation': operation }, {}]));
    expect(made(answer)).toEqual({ rows: 2, decided: 2, skipped: {} });
    expect(finding(answer, 'line-break-in-field')).toMatchObject({ level: 'note', row: 1, count: 1 });
  });

  test('with a quotation mark that is not doubled, the row is read and the mark noted', async () => {
    const text = searchFile([{}, {}]).replace(',,54.776', ',"Operation "Sentinel" again",54.776');
    const answer = await answerFor(text);
    expect(answer.decided).toBe(2);
    expect(finding(answer, 'stray-quote')).toMatchObject({ level: 'warn', row: 1 });
  });

  test('with its columns in another order, with others among them, and without those that no fact needs', async () => {
    const columns = ['month', 'Outcome', 'AGE_RANGE', 'Force', 'Date', 'Gender', 'Shift', 'Type'];
    const rows = THREE_PEOPLE.map((row, minute) =>
      searchRow({ ...row, AGE_RANGE: row['Age range'] ?? '', Force: 'Durham Constabulary' }, minute, columns),
    );
    const answer = await answerFor(csvText([columns, ...rows]));
    expect(answer.schemes[0]!.verdicts).toMatchObject({ ineligible: 1, 'needs-information': 2 });
    expect(finding(answer, 'column-not-used')).toMatchObject({ level: 'note', column: 'Shift' });
    expect(answer.findings.filter(({ code }) => code === 'column-missing').map(({ column }) => column)).toEqual([
      'Legislation',
      'Object of search',
      'Outcome linked to object of search',
    ]);
    expect(finding(answer, 'other-force')).toBeUndefined();
  });

  test('with another force in its name or in a column, it is decided for the one asked for, with a warning', async () => {
    const columns = [...COLUMNS, 'Reported by'];
    const rows = [columns, [...searchRow(), 'Essex Police'], [...searchRow({}, 1), 'Durham Constabulary']];
    const answer = await answerFor(csvText(rows), { name: '2019-12-essex-stop-and-search.csv' });
    expect(answer.decided).toBe(2);
    expect(answer.findings.filter(({ code }) => code === 'other-force')).toMatchObject([
      { level: 'warn', column: null, count: 1 },
      { level: 'warn', column: 'Reported by', row: 1, count: 1, example: 'Essex Police' },
    ]);
  });

  test('with a header and no rows, there is nothing to decide', async () => {
    const answer = await answerFor(searchFile([]));
    expect(made(answer)).toEqual({ rows: 0, decided: 0, skipped: {} });
    expect(finding(answer, 'no-rows')).toMatchObject({ level: 'warn' });
    expectCountsToAddUp(answer);
  });
});

describe('A file that cannot be decided is refused', () => {
  const compressed = gzipMembers(searchFile(Array.from({ length: 500 }, () => ({}))));
  const damaged = Buffer.from(compressed);
  damaged.fill(0x55, 400, 420);

  test.each([
    ['that is empty', '', 'file-empty'],
    ['that is empty within', gzipMembers(''), 'file-empty'],
    ['of blank lines', '\n\n\n', 'not-stop-and-search'],
    ['of street crime', 'Crime ID,Month,Reported by,Crime type,Last outcome category\n', 'street-crime-file'],
    ['of crime outcomes', 'Crime ID,Month,Reported by,Outcome type\n', 'outcomes-file'],
    ['of something else', 'name,age\nA,25\n', 'not-stop-and-search'],
    ['without its header', csvText([searchRow()]), 'not-stop-and-search'],
    ['separated by semicolons', searchFile([{}]).replaceAll(',', ';'), 'other-separator'],
    ['that is a spreadsheet', Buffer.from('PK\u0003\u0004 and so on'), 'file-is-an-archive'],
    ['that is no text', Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 3, 0, 0]), 'file-not-text'],
    ['with no line end in a megabyte', 'x'.repeat(1_200_000), 'line-too-long'],
    ['that ends in the middle', compressed.subarray(0, compressed.length - 20), 'compressed-file-incomplete'],
    ['that is damaged', damaged, 'compressed-file-damaged'],
  ])('one %s', async (_kind, content, code) => {
    const answer = await decideContent(content);
    expect(answer).toMatchObject({ ok: false, refusal: { code } });
  });

  test('one that is not there, and a folder', async () => {
    expect(await decidePath('/nowhere/searches.csv')).toMatchObject({ refusal: { code: 'file-not-found' } });
    expect(await decidePath(import.meta.dirname)).toMatchObject({ refusal: { code: 'file-unreadable' } });
  });
});
