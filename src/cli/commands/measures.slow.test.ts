import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Figure, Measured } from '../../evaluation/index.ts';
import { fileOf, run } from '../fake-terminal.test-support.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'waymark-measures-')), 'study');

async function measured(...words: readonly string[]): Promise<readonly Measured[]> {
  const { printed, status, fault } = await run('measures', '--data', folder, '--json', ...words);
  expect([status, fault]).toEqual([0, null]);
  const answer = JSON.parse(printed) as { generated: boolean; measures: readonly Measured[] };
  expect(answer.generated).toBe(true);
  return answer.measures;
}

const figuresOf = (measures: readonly Measured[]): readonly Figure[] => measures.flatMap(({ figures }) => figures);

describe('measures', () => {
  beforeAll(async () => {
    await run('demonstration', 'cohort', '--people', '250', '--seed', '2', '--out', folder);
  });

  test('prints every measure with what it counts, and each figure with its method', async () => {
    const measures = await measured(
      '--weights',
      join(folder, 'harm-weights.csv'),
      '--weights-name',
      'Invented',
      '--weights-version',
      '1',
      '--weights-licence',
      'none',
    );
    expect(measures.map(({ measure }) => measure)).toEqual([
      'clock-and-maturity',
      'reoffending-rate',
      'reoffending-frequency',
      'time-to-reoffending',
      'harm-weighted-reoffending',
      'offered-to-completed',
      'time-to-contact-and-start',
      'positive-disposals',
      'criminal-records-avoided',
      'court-cases-avoided',
      'police-hours',
      'entry-to-treatment',
      'net-widening',
      'person-satisfaction',
      'victim-satisfaction',
      'cost-per-case',
      'disproportionality-by-ethnicity',
      'disproportionality-by-ethnicity-seen',
      'disproportionality-by-sex',
      'disproportionality-by-age',
    ]);
    expect(measures.every(({ header }) => Object.values({ ...header }).every((words) => words !== ''))).toBe(true);
    const figures = figuresOf(measures);
    expect(figures.every(({ n, method }) => n !== null && method !== '')).toBe(true);
    expect(figures.every(({ value, why }) => value !== null || why !== null)).toBe(true);
  });

  test('hides counts of 1 to 4 from a board', async () => {
    const isSmall = (count: number | null) => count !== null && count >= 1 && count <= 4;
    expect(figuresOf(await measured()).some(({ n, count }) => isSmall(n) || isSmall(count))).toBe(true);
    const forBoard = figuresOf(await measured('--audience', 'board'));
    expect(forBoard.filter(({ n, count, suppressed }) => !suppressed && (isSmall(n) || isSmall(count)))).toEqual([]);
    expect(forBoard.every(({ suppressed, value }) => !suppressed || value === null)).toBe(true);
  });

  test('gives the saving of one group against another', async () => {
    const measures = await measured(
      '--by',
      'arm',
      '--unit-costs',
      join(folder, 'unit-costs.yaml'),
      '--saving',
      'diversion,usual',
    );
    const saving = figuresOf(measures).find(({ what }) => what === 'saving per case: usual less diversion');
    expect(saving?.value).not.toBeNull();
    expect(saving?.method).toContain('Monte Carlo');
  });

  test('says in words that the data are generated', async () => {
    const { printed } = await run('measures', '--data', folder);
    expect(printed).toMatch(/^Generated data: no real people/);
    expect(printed.replaceAll(/\s+/g, ' ')).toContain(
      'about £1,000 a case (CDPRG). That cannot be reproduced here: of court cases as usual × share fewer',
    );
    expect(printed).toContain('Reoffending rate\nNumerator     Index events after which');
  });

  test.each([
    [['--by', 'colour'], 'measures: there is no grouping "colour"'],
    [['--saving', 'diversion'], 'measures: --saving names two groups'],
    [['--saving', 'diversion,usual'], 'measures: --saving needs groups'],
    [['--weights', fileOf('code,weight\n', 'w.csv')], 'measures: --weights-name is missing'],
    [['--unit-costs', fileOf('items: []', 'u.yaml')], 'compare it with reference/unit-costs.yaml'],
  ])('refuses %j', async (words, fault) => {
    expect((await run('measures', '--data', folder, ...words)).fault).toContain(fault);
  });

  test('names the first fault of the data and how many more there are', async () => {
    const file = fileOf('person,index_event,force,indexed_on,followed_until\nP1,E1,durham,x,y\n', 'cohort.csv');
    expect((await run('measures', '--data', file)).fault).toContain(
      'cohort.csv: row 2, indexed_on: "x" is no day of the calendar; write it as YYYY-MM-DD',
    );
    expect((await run('measures', '--data', file)).fault).toContain('(and 1 more)');
  });
});
