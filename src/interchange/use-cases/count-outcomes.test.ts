import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gzipMembers, searchFile } from '../../../tests/interchange/stop-and-search-file.ts';
import { STREET_COLUMNS, streetFile } from '../../../tests/interchange/street-crime-file.ts';
import type { RecordFile } from '../domain/record-rows.ts';
import { openRecordFile } from '../store/open-record-file.ts';
import { countOutcomes } from './count-outcomes.ts';

const FORCES = [
  { id: 'durham', name: 'Durham Constabulary' },
  { id: 'devon-and-cornwall', name: 'Devon & Cornwall Police' },
];

async function count(...texts: readonly (string | Buffer)[]) {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-crimes-'));
  async function* files(): AsyncGenerator<RecordFile> {
    for (const [at, text] of texts.entries()) {
      await writeFile(join(folder, `${at}.csv`), text);
      const file = await openRecordFile(join(folder, `${at}.csv`));
      if (!file.ok) throw new Error(file.refusal.problem);
      yield file.value;
    }
  }
  try {
    return await countOutcomes({ files: files(), forces: FORCES, thisMonth: '2026-11' });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function answerTo(...texts: readonly (string | Buffer)[]) {
  const answer = await count(...texts);
  if (!answer.ok) throw new Error(answer.refusal.problem);
  return answer.value;
}

describe('Drugs crimes counted', () => {
  test('are those of a force, a month and an outcome; other crimes are left out and said to be', async () => {
    const { cells, files } = await answerTo(
      streetFile([{}, {}, { 'Last outcome category': '' }, { 'Crime type': 'Burglary' }, { Month: '2019-01' }]),
    );
    const durham = { force: 'durham', month: '2018-12' };
    const first = (row: number) => ({ first: { file: '0.csv', row } });
    expect(cells).toEqual([
      { ...durham, outcome: 'Local resolution', count: 2, ...first(1) },
      { ...durham, outcome: '', count: 1, ...first(3) },
      { ...durham, month: '2019-01', outcome: 'Local resolution', count: 1, ...first(5) },
    ]);
    expect(files).toMatchObject([{ rows: 5, counted: 4, skipped: { 'other-crime': 1 } }]);
  });

  test('are named by an id of the force where there is one, and by its name where not', async () => {
    const columns = ['force_id', ...STREET_COLUMNS];
    const rows = [
      { force_id: 'devon-and-cornwall', 'Falls within': 'Durham Constabulary' },
      { 'Falls within': 'Devon and Cornwall Police' },
      { 'Falls within': 'Ruritanian Gendarmerie', 'Reported by': '' },
    ];
    const { cells, files } = await answerTo(streetFile(rows, columns));
    expect(cells).toMatchObject([{ force: 'devon-and-cornwall', count: 2 }]);
    expect(files[0]?.findings).toContainEqual(
      expect.objectContaining({ code: 'force-not-known', level: 'reject', example: 'Ruritanian Gendarmerie' }),
    );
  });

  test('count each row of one crime id, in whatever file, and say how often', async () => {
    const text = streetFile([{ 'Crime ID': 'a' }, { 'Crime ID': 'a', Location: 'elsewhere' }, { 'Crime ID': '' }]);
    const { cells, files } = await answerTo(text, streetFile([{ 'Crime ID': 'a' }]));
    expect(cells).toMatchObject([{ count: 4 }]);
    const found = files.map(({ findings }) => findings.map(({ code, count: times }) => [code, times]));
    expect(found[0]).toContainEqual(['id-repeated', 1]);
    expect(found[0]).toContainEqual(['id-not-given', 1]);
    expect(found[1]).toContainEqual(['id-repeated', 1]);
  });

  test('of one month of a force in two files are said to be counted twice', async () => {
    const { overlaps } = await answerTo(
      streetFile([{}]),
      streetFile([{}, { Month: '2019-01' }]),
      streetFile([{ Month: '2020-01' }]),
    );
    expect(overlaps).toEqual([{ files: ['0.csv', '1.csv'], forceMonths: ['durham 2018-12'] }]);
  });

  test('are read from compressed, marked, joined and half-written files alike', async () => {
    const text = streetFile([{}]);
    const { files, cells } = await answerTo(
      gzipMembers(`\uFEFF${text}`),
      `${text}${text}`,
      `${text}too,short\n`,
      streetFile([{ Month: 'December' }, { 'Crime type': 'Burglary' }]),
    );
    expect(cells).toMatchObject([{ count: 4 }]);
    expect(files.map(({ counted, skipped }) => [counted, skipped])).toEqual([
      [1, {}],
      [2, { 'repeated-header': 1 }],
      [1, { 'malformed-row': 1 }],
      [0, { 'other-crime': 1, 'bad-month': 1 }],
    ]);
  });
});

test.each(['NA', 'NULL', 'nan', ' '])('An outcome or an id of "%s" is not given', async (missing) => {
  const row = { 'Last outcome category': missing, 'Crime ID': missing };
  const { cells, files } = await answerTo(streetFile([row, row]));
  expect(cells).toMatchObject([{ outcome: '', count: 2 }]);
  const found = files[0]?.findings.map(({ code, count: times }) => [code, times]);
  expect(found).toContainEqual(['outcome-not-given', 2]);
  expect(found).toContainEqual(['id-not-given', 2]);
  expect(found?.map(([code]) => code)).not.toContain('id-repeated');
});

test('A crime of a type that is not known is not silently one of another type', async () => {
  const { files } = await answerTo(streetFile([{}, { 'Crime type': 'Narcotics' }, { 'Crime type': 'Robbery' }]));
  expect(files).toMatchObject([{ counted: 1, skipped: { 'crime-type-not-known': 1, 'other-crime': 1 } }]);
  expect(files[0]?.findings).toContainEqual(
    expect.objectContaining({ code: 'crime-type-not-known', level: 'reject', row: 2, example: 'Narcotics' }),
  );
});

test('A month that cannot be is counted with a warning', async () => {
  const { files, cells } = await answerTo(streetFile([{ Month: '2091-01' }, { Month: '1999-01' }, {}]));
  expect(cells).toHaveLength(3);
  expect(files[0]?.findings).toContainEqual(
    expect.objectContaining({ code: 'month-not-possible', level: 'warn', count: 2, row: 1, example: '2091-01' }),
  );
});

test('A file of which every row is refused is refused, with each reason and its first row', async () => {
  const text = `${streetFile([{ 'Falls within': 'Ruritania', 'Reported by': '' }, { Month: 'May' }])}too,short\n`;
  expect(await count(streetFile([{}]), text)).toMatchObject({
    ok: false,
    refusal: {
      code: 'no-row-usable',
      file: '1.csv',
      problem: expect.stringMatching(
        /^not one of its 3 rows can be used: .*1 malformed-row \(.*; first row 3: "2 fields under 12 columns"\).*1 force-not-known \(.*; first row 1: "Ruritania"\)/,
      ) as string,
    },
  });
});

test.each([
  [searchFile([{}]), 'stop-and-search-file'],
  [streetFile([{}]).replaceAll(',', ';'), 'other-separator'],
  [`sep=;\n${streetFile([{}]).replaceAll(',', ';')}`, 'other-separator'],
  ['Crime ID,Month,Outcome type\n', 'outcomes-file'],
  ['name,age\n', 'not-street-crime'],
  ['\n\n', 'not-street-crime'],
])('A file of %j is refused: %s', async (text, code) => {
  expect(await count(text)).toMatchObject({ ok: false, refusal: { code, file: '0.csv' } });
});
