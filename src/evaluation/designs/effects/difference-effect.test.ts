import { describe, expect, test } from 'vitest';
import { seededDraws } from '../../../statistics/seeded-draws.test-support.ts';
import { sentenceFor } from '../../domain/disclosure/sentence.ts';
import { rowsOfCounts } from './rows-of-counts.test-support.ts';
import { differenceEffect } from './difference-effect.ts';

describe('the difference of two risks with nothing to allow for', () => {
  test('has a p below 0.05 exactly where its interval leaves no difference out, and says whose p it is', () => {
    let byInterval = 0;
    for (let seed = 1; seed <= 3000; seed += 1) {
      const draws = seededDraws(seed);
      const n = [0, 0].map(() => 10 + Math.floor(60 * draws.uniform()));
      const counts = n.map((size, at) => ({ n: size, events: draws.binomial(size, at === 0 ? 0.1 : 0.25) }));
      const found = differenceEffect(rowsOfCounts(counts[0]!, counts[1]!), 'risk');
      if (!found.ok || found.value.estimate.p === null) continue;
      const { low, high, p } = found.value.estimate;
      expect({ seed, counts, rejects: p < 0.05 }).toEqual({ seed, counts, rejects: low > 0 || high < 0 });
      if (sentenceFor('evaluator', found.value.method).includes('p by the interval, against which')) byInterval += 1;
    }
    expect(byInterval).toBeGreaterThan(20);
  });
});
