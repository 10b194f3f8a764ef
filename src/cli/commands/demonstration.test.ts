import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseCohort, parseHarmWeights } from '../../evaluation/index.ts';
import { loadUnitCosts } from '../../evaluation/store/unit-costs-file.ts';
import { run } from '../fake-terminal.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-demonstration-'));
const FILES = [
  'README.md',
  'cohort.csv',
  'dictionary.csv',
  'harm-weights.csv',
  'reoffences.csv',
  'truth.json',
  'unit-costs.yaml',
];

const make = (out: string, ...more: readonly string[]) =>
  run('demonstration', 'cohort', '--people', '40', '--seed', '7', '--out', join(folder, out), ...more);
const textOf = (out: string, name: string) => readFileSync(join(folder, out, name), 'utf8');

describe('demonstration cohort', () => {
  test('writes a study that can be read, and says that it is generated', async () => {
    const { status, printed } = await make('one', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ people: 40, seed: 7, folder: join(folder, 'one') });
    expect(readdirSync(join(folder, 'one')).sort()).toEqual(FILES);
    const parsed = parseCohort({ cohort: textOf('one', 'cohort.csv'), reoffences: textOf('one', 'reoffences.csv') });
    expect(parsed.ok && parsed.value.rows.map(({ person }) => person.slice(0, 5))).toEqual(Array(40).fill('DEMO-'));
    expect(JSON.parse(textOf('one', 'truth.json'))).toMatchObject({ generated: true, people: 40, seed: 7 });
    expect(textOf('one', 'README.md')).toContain('no real people');
    expect((await loadUnitCosts(join(folder, 'one', 'unit-costs.yaml'))).items).toHaveLength(4);
    const about = { name: 'Invented', version: '1', licence: 'none', codeColumn: 'code', weightColumn: 'weight' };
    expect(parseHarmWeights(textOf('one', 'harm-weights.csv'), about).ok).toBe(true);
  });

  test('gives the same files to the byte for the same people and seed, and others for another seed', async () => {
    await make('two');
    for (const name of FILES) expect(textOf('two', name)).toBe(textOf('one', name));
    await run('demonstration', 'cohort', '--people', '40', '--seed', '8', '--out', join(folder, 'three'));
    expect(textOf('three', 'cohort.csv')).not.toBe(textOf('one', 'cohort.csv'));
  });

  test('refuses a folder with files, and with --replace replaces its own files alone', async () => {
    await make('four');
    writeFileSync(join(folder, 'four', 'cohort.csv'), 'mine');
    writeFileSync(join(folder, 'four', 'notes.txt'), 'mine');
    const refused = await make('four');
    expect(refused.fault).toContain('is there already and is not empty; name another folder, or give --replace');
    expect(textOf('four', 'cohort.csv')).toBe('mine');
    expect((await make('four', '--replace')).status).toBe(0);
    expect(textOf('four', 'cohort.csv')).toBe(textOf('one', 'cohort.csv'));
    expect(textOf('four', 'notes.txt')).toBe('mine');
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test.each([
    [['--people', '0'], '--people is a whole number from 1 to 200000; not 0'],
    [['--people', '1e3'], '--people is a whole number from 1 to 200000; not 1e3'],
    [['--seed', '1.5'], '--seed is a whole number from 0'],
    [['more'], '"more" is one word too many'],
  ])('refuses %j', async (words, fault) => {
    expect((await run('demonstration', 'cohort', ...words)).fault).toContain(fault);
    expect((await run('demonstration', 'people')).fault).toContain('write demonstration cohort');
  });
});
