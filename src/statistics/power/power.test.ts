import { describe, expect, test } from 'vitest';
import { chiSquaredTest } from '../proportions/chi-squared-test.ts';
import { seededDraws, shareOf } from '../seeded-draws.test-support.ts';
import { logRankEvents, logRankPower } from './log-rank-power.ts';
import { twoProportionsPower, twoProportionsSize } from './two-proportions-power.ts';

describe('the power of two proportions', () => {
  test('is what it was sized for, with arms of one to two', () => {
    const risks = { riskA: 0.4, riskB: 0.25, ratio: 2 };
    const size = twoProportionsSize(risks, 0.85);
    const power = twoProportionsPower(risks, size.ok ? size.value : 0);
    expect(power.ok && power.value).toBeCloseTo(0.85, 12);
  });

  test('is the share of draws in which the test rejects, with arms of one to two', () => {
    const risks = { riskA: 0.4, riskB: 0.25, ratio: 2 };
    const power = twoProportionsPower(risks, 90);
    const draws = seededDraws(31);
    const rejected = shareOf(1500, () => {
      const [a, b] = [draws.binomial(90, risks.riskA), draws.binomial(180, risks.riskB)];
      const result = chiSquaredTest([
        [a, 90 - a],
        [b, 180 - b],
      ]);
      return result.ok && result.value.p < 0.05;
    });
    expect(Math.abs(rejected - (power.ok ? power.value : 0))).toBeLessThan(0.04);
  });

  test.each([
    ['equal risks', () => twoProportionsSize({ riskA: 0.2, riskB: 0.2 }, 0.8), 'no-comparison'],
    ['a risk of one', () => twoProportionsPower({ riskA: 1, riskB: 0.2 }, 10), 'out-of-range'],
    ['a power of one', () => twoProportionsSize({ riskA: 0.1, riskB: 0.2 }, 1), 'out-of-range'],
    ['nobody', () => twoProportionsPower({ riskA: 0.1, riskB: 0.2 }, 0), 'out-of-range'],
    ['a ratio of nothing', () => twoProportionsPower({ riskA: 0.1, riskB: 0.2, ratio: 0 }, 9), 'out-of-range'],
    ['a hazard ratio of one', () => logRankEvents({ hazardRatio: 1 }, 0.8), 'no-comparison'],
    ['a hazard ratio below zero', () => logRankPower({ hazardRatio: -1 }, 10), 'out-of-range'],
    ['no events', () => logRankPower({ hazardRatio: 2 }, 0), 'no-events'],
    ['an alpha of nothing', () => logRankEvents({ hazardRatio: 2, alpha: 0 }, 0.8), 'out-of-range'],
    ['certainty', () => logRankEvents({ hazardRatio: 2 }, 1), 'out-of-range'],
  ] as const)('is refused for %s', (_, asked, code) => {
    const result = asked();
    expect(result.ok ? null : result.refusal.code).toBe(code);
  });
});

test('a log-rank test of a hazard ratio of one half in equal arms needs 66 events for a power of 80% (Schoenfeld)', () => {
  const events = logRankEvents({ hazardRatio: 0.5 }, 0.8);
  expect(events.ok && Math.ceil(events.value)).toBe(66);
});
