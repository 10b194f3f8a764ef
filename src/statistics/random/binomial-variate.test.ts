import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../shared/seeded-random.ts';
import { binomialVariate } from './binomial-variate.ts';

/** Probability of each count, by recurrence from the mode's logarithm. */
function probabilities(trials: number, probability: number): number[] {
  const logs = [trials * Math.log1p(-probability)];
  for (let k = 1; k <= trials; k += 1) {
    logs.push(logs[k - 1]! + Math.log(((trials - k + 1) / k) * (probability / (1 - probability))));
  }
  return logs.map(Math.exp);
}

describe('binomial variates', () => {
  test.each([
    { trials: 5, probability: 0.3, method: 'adding up' },
    { trials: 400, probability: 0.02, method: 'adding up, close to rejection' },
    { trials: 40, probability: 0.25, method: 'rejection at its smallest' },
    { trials: 1000, probability: 0.4, method: 'rejection' },
    { trials: 60, probability: 0.9, method: 'the mirror of rejection' },
  ])('of $trials trials at $probability come as often as they should ($method)', ({ trials, probability }) => {
    const random = SeededRandom.of(`binomial ${trials} ${probability}`);
    const draws = 40_000;
    const counts = new Map<number, number>();
    for (let at = 0; at < draws; at += 1) {
      const drawn = binomialVariate(random, trials, probability);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    let [chiSquared, cells, restSeen, restDue] = [0, 0, draws, draws];
    for (const [k, chance] of probabilities(trials, probability).entries()) {
      if (chance * draws < 20) continue;
      const seen = counts.get(k) ?? 0;
      chiSquared += (seen - chance * draws) ** 2 / (chance * draws);
      cells += 1;
      restSeen -= seen;
      restDue -= chance * draws;
    }
    if (restDue > 5) chiSquared += (restSeen - restDue) ** 2 / restDue;
    // Chi-squared is its degrees of freedom, give or take √2 of them; 4.5 deviations are allowed.
    expect(chiSquared).toBeLessThan(cells + 4.5 * Math.sqrt(2 * cells));
    expect(Math.abs(restSeen - restDue)).toBeLessThan(5 * Math.sqrt(Math.max(0, restDue)) + 1);
  });

  test('are certain where the probability is, and refuse what is no distribution', () => {
    const random = SeededRandom.of(1);
    expect(binomialVariate(random, 0, 0.5)).toBe(0);
    expect(binomialVariate(random, 12, 0)).toBe(0);
    expect(binomialVariate(random, 12, 1)).toBe(12);
    expect(() => binomialVariate(random, -1, 0.5)).toThrow('no binomial distribution of -1 trials');
    expect(() => binomialVariate(random, 3, Number.NaN)).toThrow('with probability NaN');
  });
});
