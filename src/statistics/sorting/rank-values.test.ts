import { describe, expect, test } from 'vitest';
import { seededDraws } from '../seeded-draws.test-support.ts';
import { rankValues } from './rank-values.ts';

describe('ranks', () => {
  test.each([1, 2, 50, 3000])('of %i numbers, some of them equal and some far out, are those of sorting', (length) => {
    const draws = seededDraws(length);
    const values = Float64Array.from({ length }, () => {
      const value = draws.normal() * (draws.uniform() < 0.1 ? 1e6 : 1);
      return draws.uniform() < 0.3 ? Math.round(value) : value;
    });
    const distinct = [...new Set(values)].sort((a, b) => a - b);
    const { rank, count } = rankValues(values, 0);
    expect(count).toBe(distinct.length);
    expect([...rank]).toEqual([...values].map((value) => distinct.indexOf(value)));
  });

  test('of neighbours within the gap are shared, however long the chain', () => {
    expect([...rankValues(Float64Array.of(3, 1, 1.2, 1.4, 2), 0.25).rank]).toEqual([2, 0, 0, 0, 1]);
  });

  test('of equal numbers are all the first', () => {
    expect([...rankValues(Float64Array.of(7, 7, 7), 0).rank]).toEqual([0, 0, 0]);
  });
});
