import { describe, expect, test } from 'vitest';
import expected from '../../../tests/reference/balance/expected.json' with { type: 'json' };
import { balance, type BalanceTask } from './balance.ts';
import { effectiveSampleSize } from './effective-sample-size.ts';
import { propensityWeights } from './propensity-weights.ts';

function balanceOf(task: BalanceTask) {
  const answer = balance(task);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

const { treated, weights } = expected;
const covariates = Object.entries(expected.covariates).map(([name, values]) => ({ name, values }));

describe('balance', () => {
  test.each([
    { standardisedBy: 'treated', theirs: expected.byTreated },
    { standardisedBy: 'control', theirs: expected.byControl },
    { standardisedBy: 'pooled', theirs: expected.byPooled },
  ] as const)('is what the summary of MatchIt says, in deviations $standardisedBy', ({ standardisedBy, theirs }) => {
    for (const { name, before, after } of balanceOf({ covariates, treated, weights, standardisedBy })) {
      for (const [ours, point] of [
        [before, theirs.before[name as keyof typeof theirs.before]],
        [after, theirs.after[name as keyof typeof theirs.after]],
      ] as const) {
        expect(ours.meanTreated).toBeCloseTo(point.treated, 12);
        expect(ours.meanControl).toBeCloseTo(point.control, 12);
        expect(ours.standardisedDifference).toBeCloseTo(point.smd, 12);
        if (point.ratio === null) expect(ours.varianceRatio).toBeNull();
        else expect(ours.varianceRatio).toBeCloseTo(point.ratio, 12);
      }
    }
  });

  test('can take the variance of 0 and 1 with n - 1, as of any column', () => {
    const [row] = balanceOf({
      covariates: [{ name: 'a', values: [1, 1, 0, 0, 0] }],
      treated: [1, 1, 1, 0, 0],
      weights: [1, 1, 1, 1, 1],
      binaryVariance: 'of-sample',
    });
    expect(row?.before.standardisedDifference).toBeCloseTo(2 / 3 / Math.sqrt(1 / 3), 14);
  });

  test('says none where nothing varies and yet the means differ', () => {
    const values = [1, 1, 0, 0];
    const [row] = balanceOf({ covariates: [{ name: 'a', values }], treated: [1, 1, 0, 0], weights: [1, 1, 1, 1] });
    expect(row?.before).toEqual({ meanTreated: 1, meanControl: 0, standardisedDifference: null, varianceRatio: null });
  });

  test('refuses an arm without weight and columns of two lengths', () => {
    const refused = (task: BalanceTask) => {
      const answer = balance(task);
      return answer.ok || answer.refusal.code;
    };
    expect(refused({ covariates: [], treated: [1, 0], weights: [1, 0] })).toBe('no-comparison');
    expect(refused({ covariates: [], treated: [1, 0], weights: [1] })).toBe('unequal-lengths');
  });
});

describe('propensity weights', () => {
  const scores = [0.8, 0.5, 0.2, 0.4];
  const arms = [1, 1, 0, 0];
  const of = (estimand: Parameters<typeof propensityWeights>[2]) => {
    const answer = propensityWeights(scores, arms, estimand);
    if (!answer.ok) throw new Error(answer.refusal.message);
    return [...answer.value];
  };

  test('follow their formulas by hand', () => {
    expect(of('everybody')).toEqual([1.25, 2, 1.25, 1 / 0.6]);
    expect(of('treated')).toEqual([1, 1, 0.25, 0.4 / 0.6]);
    expect(of('overlap')).toEqual([1 - 0.8, 0.5, 0.2, 0.4]);
  });

  test('are refused where a score leaves nobody to compare with', () => {
    const refused = (score: number, arm: number, estimand: Parameters<typeof propensityWeights>[2]) => {
      const answer = propensityWeights([score], [arm], estimand);
      return answer.ok || answer.refusal.code;
    };
    expect(refused(0, 1, 'everybody')).toBe('out-of-range');
    expect(refused(1, 0, 'treated')).toBe('out-of-range');
    expect(refused(1.2, 0, 'overlap')).toBe('out-of-range');
    expect(refused(Number.NaN, 1, 'treated')).toBe('out-of-range');
    expect(refused(1, 0, 'overlap')).toBe(true);
  });
});

test('the effective sample size is the number of rows where weights are equal, and less where they are not', () => {
  expect(effectiveSampleSize([2, 2, 2])).toBe(3);
  expect(effectiveSampleSize([3, 1])).toBe(1.6);
  expect(effectiveSampleSize([])).toBe(0);
});
