import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../../shared/seeded-random.ts';
import { comparisonsIn, heldToAll, isOfFew, type ComparedTable } from './many-comparisons.ts';
import { relativeRates } from './relative-rate.ts';

const SIZES = { White: 400, Black: 120, Asian: 90, Mixed: 50, Other: 30 } as const;
const GROUPS = Object.entries(SIZES).flatMap(([group, size]) => Array.from({ length: size }, () => group));
/** Of the people at a step, how many go on to the next: whoever they are. */
const GO_ON = [0.6, 0.75, 0.5, 0.8, 0.3] as const;

/** The steps of people whose groups were dealt out anew: nothing hangs on them. */
function shuffledTables(random: SeededRandom): readonly ComparedTable[] {
  const groups = [...GROUPS];
  random.shuffle(groups);
  let there = groups.map((group) => group);
  return GO_ON.map((share): ComparedTable => {
    const next = there.filter(() => random.next() < share);
    const countIn = (people: readonly string[], name: string) => people.filter((group) => group === name).length;
    const counts = Object.keys(SIZES).map((group) => ({
      group,
      count: countIn(next, group),
      base: countIn(there, group),
    }));
    there = next;
    const options = { denominator: 'previous-step', reference: 'White' } as const;
    return { ...options, rates: relativeRates(counts, options) };
  });
}

const flags = (tables: readonly ComparedTable[]) =>
  tables.flatMap(({ rates }) => rates.filter(({ explainOrReform }) => explainOrReform !== null));

describe('Comparisons held to all of them together', () => {
  test('flag somebody in at most 5 of 100 answers where groups are shuffled, and by themselves in most', () => {
    const random = SeededRandom.of('shuffled groups');
    const runs = 600;
    let [held, byThemselves] = [0, 0];
    for (let run = 0; run < runs; run += 1) {
      const tables = shuffledTables(random);
      byThemselves += Number(flags(tables).length > 0);
      held += Number(flags(heldToAll(tables)).length > 0);
    }
    // 5% and what 600 runs add by chance (three standard errors, 2.7%).
    expect(held / runs).toBeLessThanOrEqual(0.077);
    expect(byThemselves / runs).toBeGreaterThan(0.4);
  });

  test('still flag a difference that is there, with its 95% interval as it was', () => {
    const options = { denominator: 'previous-step', reference: 'White' } as const;
    const counts = [
      { group: 'White', count: 300, base: 400 },
      { group: 'Black', count: 50, base: 120 },
      { group: 'Asian', count: 65, base: 90 },
    ];
    const table = { ...options, rates: relativeRates(counts, options) };
    const [held] = heldToAll([table, table, table]);
    expect(held?.rates.map(({ explainOrReform }) => explainOrReform)).toEqual([null, 'lower', null]);
    expect(held?.rates.map(({ relativeLow }) => relativeLow)).toEqual(
      table.rates.map(({ relativeLow }) => relativeLow),
    );
    expect(comparisonsIn([table, table, table])).toBe(6);
  });

  test('count no group that is not recorded, and nobody that can’t be compared', () => {
    const options = { denominator: 'previous-step', reference: 'White' } as const;
    const counts = [
      { group: 'White', count: 30, base: 40 },
      { group: 'Other', count: 0, base: 0 },
      { group: 'Asian', count: 2, base: 9 },
      { group: 'not recorded', count: 5, base: 9 },
    ];
    const table = { ...options, rates: relativeRates(counts, options) };
    expect(comparisonsIn([table])).toBe(1);
    expect(table.rates.filter(isOfFew).map(({ group }) => group)).toContain('Asian');
  });
});
