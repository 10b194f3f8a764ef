import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../shared/seeded-random.ts';
import { normalVariate } from '../random/normal-variate.ts';
import { predictiveMeanMatching } from './predictive-mean-matching.ts';

/** A number with holes in groups that a mark of 0 and 1 tells apart: all rows of a group are foretold alike. */
function groupedRows(seed: number) {
  const random = SeededRandom.of(seed);
  const n = 60 + 40 * (seed % 4);
  const mark = Float64Array.from({ length: n }, () => Number(random.next() < 0.4));
  const values = mark.map((value) => 5 * value + normalVariate(random));
  const rows = Int32Array.from(values.keys());
  const isMissing = Uint8Array.from(mark, () => Number(random.next() < 0.4));
  return {
    values,
    seen: rows.filter((row) => isMissing[row] === 0),
    missing: rows.filter((row) => isMissing[row] === 1),
    predictors: [new Float64Array(n).fill(1), mark],
  };
}

function varianceOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

describe('predictive mean matching', () => {
  test.each([1, 2, 3, 4, 5, 6])(
    'of rows foretold alike, sums of what is filled vary between data sets as draws from all of them do (seed %i)',
    (seed) => {
      const rows = groupedRows(seed);
      const random = SeededRandom.of(`draws ${seed}`);
      const sums = Array.from({ length: 1500 }, () =>
        predictiveMeanMatching({ ...rows, random }).reduce((sum, value) => sum + value, 0),
      );
      // Each missing row is an independent draw from those seen in its group.
      const mark = rows.predictors[1]!;
      const expected = [0, 1].reduce((sum, group) => {
        const own = [...rows.seen].filter((row) => mark[row] === group).map((row) => rows.values[row]!);
        return sum + [...rows.missing].filter((row) => mark[row] === group).length * varianceOf(own);
      }, 0);
      // The standard error of a variance of 1,500 draws is 3.7 in 100; five donors for all rows gave 7 to 21 times as much.
      expect(varianceOf(sums) / expected).toBeGreaterThan(0.85);
      expect(varianceOf(sums) / expected).toBeLessThan(1.15);
    },
  );

  test('takes the nearest, and for the last places among the five any of those as far off', () => {
    // Foretold 0 … 3 by x itself; y tells the rows apart. The missing row is foretold near 0.
    const x = Float64Array.from([0, 0, 1, 1, 1, 1, 1, 1, 9, 9, 9, 0]);
    const values = x.map((value, row) => 10 * value + row / 1e6);
    const rows = { values, seen: Int32Array.from(x.keys()).slice(0, -1), missing: Int32Array.of(11) };
    const random = SeededRandom.of('nearest');
    const counts = new Map<number, number>();
    for (let draw = 0; draw < 6000; draw += 1) {
      const [value] = predictiveMeanMatching({ ...rows, predictors: [new Float64Array(12).fill(1), x], random });
      const row = values.indexOf(value!);
      counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    // A fifth each for the two nearest, three fifths shared by six.
    for (const [row, count] of counts) expect(Math.abs(count / 6000 - (row < 2 ? 0.2 : 0.1))).toBeLessThan(0.025);
  });
});
