import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../shared/seeded-random.ts';
import { gamma } from '../distributions/gamma.ts';
import { gammaVariate } from './gamma-variate.ts';

describe('gamma variates', () => {
  test.each([0.3, 1, 4.5, 200])(
    'of shape %d fall into twenty equal parts of their distribution equally often',
    (shape) => {
      const random = SeededRandom.of(`gamma ${shape}`);
      const distribution = gamma(shape);
      const parts = new Array<number>(20).fill(0);
      for (let at = 0; at < 10_000; at += 1)
        parts[Math.floor(20 * distribution.lower(gammaVariate(random, shape)))]! += 1;
      const chiSquared = parts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
      expect(chiSquared).toBeLessThan(43.82); // its 0.999 quantile on 19 degrees of freedom
    },
  );

  test('refuse a shape that is none', () => {
    expect(() => gammaVariate(SeededRandom.of(1), 0)).toThrow('there is no gamma distribution of shape 0');
  });
});
