import { describe, expect, test } from 'vitest';
import { beta } from './beta.ts';
import { chiSquared } from './chi-squared.ts';
import type { Distribution } from './distribution.ts';
import { fDistribution } from './f.ts';
import { gamma } from './gamma.ts';
import { normal } from './normal.ts';
import { studentT } from './student-t.ts';

const distributions: readonly (readonly [string, Distribution])[] = [
  ['normal', normal],
  ['t with 3 degrees of freedom', studentT(3)],
  ['t with 1e9 degrees of freedom', studentT(1e9)],
  ['t with infinitely many', studentT(Number.POSITIVE_INFINITY)],
  ['chi-squared with 1', chiSquared(1)],
  ['chi-squared with 1e6', chiSquared(1e6)],
  ['F with 0.5 and 0.5', fDistribution(0.5, 0.5)],
  ['F with 3 and 40', fDistribution(3, 40)],
  ['beta with 0.5 and 318', beta(0.5, 318)],
  ['gamma of shape 0.2 and scale 7', gamma(0.2, 7)],
];

describe.each(distributions)('%s', (_, { lower, upper, quantile, upperQuantile, density }) => {
  test('comes back to the probability it was asked for, from either tail', () => {
    for (const p of [1e-12, 1e-3, 0.025, 0.4, 0.6, 0.975, 0.999]) {
      expect(Math.abs(lower(quantile(p)) / p - 1)).toBeLessThan(1e-10);
      expect(Math.abs(upper(upperQuantile(p)) / p - 1)).toBeLessThan(1e-10);
    }
  });

  test('has tails that add up to one, and a density that is the slope of the lower tail', () => {
    for (const p of [0.1, 0.5, 0.8]) {
      const x = quantile(p);
      const step = 1e-5 * (Math.abs(x) || 1);
      expect(lower(x) + upper(x)).toBeCloseTo(1, 14);
      expect((lower(x + step) - lower(x - step)) / (2 * step) / density(x)).toBeCloseTo(1, 4);
    }
  });

  test('gives no quantile of what is no probability', () => {
    expect([quantile(-0.1), quantile(1.1), upperQuantile(Number.NaN)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('a distribution', () => {
  test('has its whole range between the quantiles of 0 and 1', () => {
    expect([normal.quantile(0), normal.quantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect([chiSquared(2).quantile(0), chiSquared(2).quantile(1)]).toEqual([0, Number.POSITIVE_INFINITY]);
    expect([beta(2, 3).quantile(0), beta(2, 3).quantile(1)]).toEqual([0, 1]);
    expect(studentT(4).quantile(0)).toBe(Number.NEGATIVE_INFINITY);
  });

  test('is empty outside its range', () => {
    expect([chiSquared(2).lower(-1), chiSquared(2).upper(-1), beta(2, 2).lower(2), beta(2, 2).upper(2)]).toEqual([
      0, 1, 1, 0,
    ]);
    expect([beta(2, 2).density(3), gamma(2).density(-1), fDistribution(2, 2).density(-1)]).toEqual([0, 0, 0]);
  });

  test('has at zero the density of its shape', () => {
    expect([gamma(0.5).density(0), gamma(1, 2).density(0), gamma(3).density(0)]).toEqual([Infinity, 0.5, 0]);
    expect([beta(0.5, 2).density(0), beta(1, 4).density(0), beta(3, 1).density(1)]).toEqual([Infinity, 4, 3]);
  });
});
