import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../shared/seeded-random.ts';
import { categoryCounts, type CountedRow } from './category-counts.ts';
import { chainedEquations } from './chained-equations.ts';

/** 1,200 rows in eight kinds: a category of three levels, foretold by a factor of two codes, missing for some. */
const ROWS: readonly CountedRow[] = [
  { level: 0, factors: [0], count: 500 },
  { level: 1, factors: [0], count: 100 },
  { level: 2, factors: [0], count: 30 },
  { level: null, factors: [0], count: 70 },
  { level: 0, factors: [1], count: 90 },
  { level: 1, factors: [1], count: 210 },
  { level: 2, factors: [1], count: 20 },
  { level: null, factors: [1], count: 180 },
];

function filled(seed: number, imputations: number) {
  const answer = categoryCounts({ rows: ROWS, imputations, random: SeededRandom.of(seed) });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

function momentsOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { mean, variance };
}

describe('Counts of a category that is missing for some', () => {
  test('are filled with as many as were missing, in every imputation', () => {
    for (const counts of filled(1, 20)) {
      expect([...counts.keys()]).toEqual([3, 7]);
      expect(counts.get(3)!.reduce((sum, count) => sum + count)).toBe(70);
      expect(counts.get(7)!.reduce((sum, count) => sum + count)).toBe(180);
    }
  });

  test('follow the shares among those seen of the same kind', () => {
    const counts = filled(2, 400).map((one) => one.get(7)!);
    // Of those seen with the second code, 210 of 320 are of the second level.
    expect(momentsOf(counts.map((one) => one[1]! / 180)).mean).toBeCloseTo(210 / 320, 1);
    expect(momentsOf(counts.map((one) => one[2]! / 180)).mean).toBeCloseTo(20 / 320, 1);
  });

  test('are those of chained equations over the rows one by one, in mean and in spread', () => {
    const rows = ROWS.flatMap(({ level, factors, count }) =>
      Array.from({ length: count }, () => [level ?? Number.NaN, factors[0]!] as const),
    );
    const byRows = chainedEquations({
      columns: [
        { name: 'level', kind: 'category', values: rows.map(([level]) => level) },
        { name: 'factor', kind: 'category', values: rows.map(([, factor]) => factor) },
      ],
      imputations: 150,
      rounds: 1,
      random: SeededRandom.of(3),
    });
    if (!byRows.ok) throw new Error(byRows.refusal.message);
    const theirs = momentsOf(
      byRows.value.completed.map((columns) =>
        columns.get('level')!.reduce((sum, level) => sum + Number(level === 1), 0),
      ),
    );
    const ours = momentsOf(filled(4, 600).map((one) => 310 + one.get(3)![1]! + one.get(7)![1]!));
    expect(Math.abs(ours.mean - theirs.mean)).toBeLessThan(4 * Math.sqrt(theirs.variance / 150 + ours.variance / 600));
    expect(ours.variance / theirs.variance).toBeGreaterThan(0.65);
    expect(ours.variance / theirs.variance).toBeLessThan(1.5);
  });

  test('are the same for the same seed', () => expect(filled(5, 3)).toEqual(filled(5, 3)));

  test.each([
    [[{ level: null, factors: [0], count: 3 }], 1, 'no-observations'],
    [[{ level: 1, factors: [0], count: 3 }], 1, 'no-variation'],
    [ROWS, 0, 'out-of-range'],
  ] as const)('are refused for %j in %i imputations: %s', (rows, imputations, code) => {
    expect(categoryCounts({ rows, imputations, random: SeededRandom.of(1) })).toMatchObject({ refusal: { code } });
  });
});
