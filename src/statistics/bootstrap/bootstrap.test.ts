import { describe, expect, test } from 'vitest';
import expected from '../../../tests/reference/bootstrap/expected.json' with { type: 'json' };
import { SeededRandom } from '../../shared/seeded-random.ts';
import { binomialVariate } from '../random/binomial-variate.ts';
import { accelerationByCounts, accelerationByRows } from './acceleration.ts';
import { bcaInterval } from './bca-interval.ts';
import type { RowSample } from './bootstrap-sample.ts';
import { percentileInterval } from './percentile-interval.ts';
import { replicatesByCounts } from './replicates-by-counts.ts';
import { replicatesByRows } from './replicates-by-rows.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

const STATISTICS: { readonly [name: string]: (groups: readonly (readonly number[])[]) => number } = {
  meanOfSkewed: ([all = []]) => mean(all),
  differenceOfUnequalArms: ([first = [], second = []]) => mean(first) - mean(second),
  squareAndVariance: ([all = []]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const middle = (sorted[Math.floor((all.length - 1) / 2)]! + sorted[Math.ceil((all.length - 1) / 2)]!) / 2;
    const centre = mean(all);
    return middle ** 2 + (mean(all.map((x) => (x - centre) ** 2)) * all.length) / (all.length - 1);
  },
};

/** A sample of numbers in groups, and a statistic of those numbers. */
function rowsOf(groups: readonly (readonly number[])[], statistic: (groups: number[][]) => number): RowSample {
  const values = groups.flat();
  const groupOf = groups.flatMap((group, at) => group.map(() => at));
  return {
    groups: groups.map((_, at) => Int32Array.from(values.keys().filter((row) => groupOf[row] === at))),
    statistic: (rows) =>
      statistic(groups.map((_, at) => [...rows].filter((row) => groupOf[row] === at).map((row) => values[row]!))),
  };
}

function ends(answer: ReturnType<typeof percentileInterval>): number[] {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return [answer.value.low, answer.value.high];
}

describe.each(Object.entries(expected))('the replicates "%s" of boot', (name, given) => {
  const replicates = Float64Array.from(given.replicates);
  const { estimate, confidence: level } = given;
  const sample = rowsOf(given.groups, STATISTICS[name]!);

  test('give its percentile interval', () => {
    const [low, high] = ends(percentileInterval(replicates, level));
    expect(low).toBeCloseTo(given.percentile[0]!, 11);
    expect(high).toBeCloseTo(given.percentile[1]!, 11);
  });

  test('give its BCa interval, with the sizes of the groups in the acceleration', () => {
    const acceleration = accelerationByRows(sample);
    expect(acceleration).toBeCloseTo(given.acceleration, 12);
    const [low, high] = ends(bcaInterval({ replicates, estimate, acceleration, level }));
    expect(low).toBeCloseTo(given.bca[0]!, 11);
    expect(high).toBeCloseTo(given.bca[1]!, 11);
  });

  test('come from the same distribution as ours', () => {
    const drawn = replicatesByRows(sample, { replicates: 2000, random: SeededRandom.of(name) });
    expect(Math.abs(mean([...drawn]) - mean(given.replicates))).toBeLessThan(5 * spread(given.replicates) * 0.04);
    expect(spread([...drawn]) / spread(given.replicates)).toBeCloseTo(1, 1);
  });
});

function spread(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((x) => (x - centre) ** 2)));
}

/** Ratio of the shares of two arms given as [with, without] each. */
const ratio = ([a, b, c, d]: Float64Array | readonly number[]): number => a! / (a! + b!) / (c! / (c! + d!));

describe('resampling counts', () => {
  const table = {
    groups: [
      [30, 170],
      [9, 41],
    ] as const,
    statistic: ratio,
  };
  const rows = rowsOf(
    table.groups.map(([events, rest]) => [...Array<number>(events).fill(1), ...Array<number>(rest).fill(0)]),
    ([first = [], second = []]) => mean(first) / mean(second),
  );

  test('gives the distribution that resampling rows gives, quantile for quantile', () => {
    const byCounts = replicatesByCounts(table, { replicates: 4000, random: SeededRandom.of('counts') }).sort();
    const byRows = replicatesByRows(rows, { replicates: 4000, random: SeededRandom.of('rows') }).sort();
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) {
      const at = Math.floor(4000 * p);
      const rank = byRows.findIndex((value) => value >= byCounts[at]!);
      // The rank of one sample's quantile in the other: its deviation is √(2 p (1 - p) / 4000), ties apart.
      expect(Math.abs(rank / 4000 - p)).toBeLessThan(4 * Math.sqrt((2 * p * (1 - p)) / 4000) + 0.005);
    }
  });

  test('leaves out a row of each kind with the acceleration that leaving out each row has', () => {
    expect(accelerationByCounts(table)).toBeCloseTo(accelerationByRows(rows), 14);
  });

  test('covers the true ratio of unequal arms with rare and tied counts about as often as it says', () => {
    const random = SeededRandom.of('coverage of BCa');
    const runs = 400;
    let covered = 0;
    for (let run = 0; run < runs; run += 1) {
      const [a, b] = [binomialVariate(random, 240, 0.15), binomialVariate(random, 80, 0.25)];
      const sample = { groups: [[a, 240 - a], [b, 80 - b]], statistic: ratio }; // prettier-ignore
      const replicates = replicatesByCounts(sample, { replicates: 999, random });
      const estimate = ratio(sample.groups.flat());
      const [low, high] = ends(bcaInterval({ replicates, estimate, acceleration: accelerationByCounts(sample) }));
      if (low! <= 0.6 && 0.6 <= high!) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.915);
    expect(covered / runs).toBeLessThan(0.985);
  });

  test('keeps an empty kind empty, and a seed gives the same replicates again', () => {
    const sample = { groups: [[0, 5, 5], []], statistic: ([a, b]: Float64Array) => 100 * a! + b! };
    const draw = () => replicatesByCounts(sample, { replicates: 200, random: SeededRandom.of(8) });
    expect(draw()).toEqual(draw());
    expect(Math.max(...draw())).toBeLessThanOrEqual(10);
  });
});

describe('bootstrap intervals', () => {
  const many = Float64Array.from({ length: 199 }, (_, at) => at);
  const refused = (answer: ReturnType<typeof percentileInterval>) => answer.ok || answer.refusal.code;

  test('are refused where they would be made up', () => {
    expect(refused(percentileInterval(many.slice(0, 20)))).toBe('too-few');
    expect(refused(percentileInterval(new Float64Array(500).fill(3)))).toBe('no-variation');
    expect(refused(percentileInterval(many.map((x) => (x < 5 ? Number.NaN : x))))).toBe('not-defined');
    const input = { replicates: many, acceleration: 0 };
    expect(refused(bcaInterval({ ...input, estimate: Number.NaN }))).toBe('not-defined');
    expect(refused(bcaInterval({ ...input, estimate: 500 }))).toBe('not-defined');
    expect(refused(bcaInterval({ ...input, estimate: 99, acceleration: Number.NaN }))).toBe('not-defined');
  });

  test('keep infinite replicates in their place', () => {
    const some = many.map((x) => (x > 195 ? Infinity : x));
    expect(ends(percentileInterval(some))).toEqual([4, 194]);
  });

  test('of a symmetric distribution without bias are the same by both methods', () => {
    expect(ends(bcaInterval({ replicates: many, estimate: 99, acceleration: 0 }))).toEqual(
      ends(percentileInterval(many)),
    );
  });
});
