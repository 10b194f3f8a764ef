/** The residents of police force areas: their sums, and the table they were carried over from, where it lies beside. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { AGE_BANDS, ETHNIC_GROUPS } from '../../src/evaluation/index.ts';
import { loadPopulations } from '../../src/evaluation/store/population-files.ts';
import { loadForces } from '../../src/reference/store/forces.ts';

const populations = await loadPopulations();
const { totals } = parseYaml(readFileSync(new URL('../../reference/populations.yaml', import.meta.url), 'utf8')) as {
  totals: { ethnicity: Record<string, number>; age: Record<string, number> };
};

describe('Populations', () => {
  test('are of the 43 forces of England and Wales, each once', async () => {
    const known = (await loadForces()).map(({ id }) => id);
    const forces = populations.flatMap((population) => population.forces);
    expect(forces).toHaveLength(43);
    expect(new Set(forces).size).toBe(43);
    expect(forces.filter((force) => !known.includes(force))).toEqual([]);
  });

  test('add up to the totals beside them, and these to what was published but for the perturbation of cells', () => {
    const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
    for (const group of ETHNIC_GROUPS) {
      expect(sum(populations.map(({ ethnicity }) => ethnicity[group]))).toBe(totals.ethnicity[group]);
    }
    for (const band of AGE_BANDS) expect(sum(populations.map(({ age }) => age?.[band] ?? 0))).toBe(totals.age[band]);
    expect(Math.abs(sum(Object.values(totals.ethnicity)) - 59_597_542)).toBeLessThan(100);
    expect(sum(Object.values(totals.age))).toBe(59_719_724);
  });

  test('say of the City of London alone that its residents are no fair number', () => {
    const cautioned = populations.filter(({ caution }) => caution !== null);
    expect(cautioned.map(({ forces }) => forces)).toEqual([['city-of-london']]);
  });
});

const folder = fileURLToPath(new URL('../../../shared/data/police-force-reference/', import.meta.url));

describe.skipIf(!existsSync(folder))(
  'The table they come from (where ../shared/data/police-force-reference is not, this is skipped)',
  () => {
    const rowsOf = (file: string) => parse<Record<string, string>>(readFileSync(`${folder}${file}`), { columns: true });

    test('has the same residents by ethnicity', () => {
      for (const row of rowsOf('police_forces_43.csv')) {
        const ours = populations.find(({ forces }) => forces[0] === row['force_id']);
        expect(Object.values(ours?.ethnicity ?? {})).toEqual(
          ETHNIC_GROUPS.map((group) => Number(row[`census2021_${group.toLowerCase()}`])),
        );
      }
    });

    test('has the same residents by age', () => {
      const codes = new Map(rowsOf('police_forces_43.csv').map((row) => [row['pfa_code'], row['force_id']]));
      const ends = [0, 10, 18, 25, 35, 91];
      for (const row of rowsOf('mid2020_population_by_pfa_single_year_age.csv')) {
        const ours = populations.find(({ forces }) => forces[0] === codes.get(row['pfa_code']));
        const years = Array.from({ length: 91 }, (_, year) => Number(row[year === 90 ? '90+' : String(year)]));
        const bands = AGE_BANDS.map((_, at) =>
          years.slice(ends[at], ends[at + 1]).reduce((sum, residents) => sum + residents, 0),
        );
        expect(Object.values(ours?.age ?? {})).toEqual(bands);
      }
    });
  },
);
