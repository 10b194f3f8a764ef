import { describe, expect, test } from 'vitest';
import {
  cox,
  differenceInDifferences,
  logisticRegression,
  negativeBinomialRegression,
  poissonRegression,
  riskDifference,
  riskRatio,
  type RegressionRows,
} from './index.ts';
import { seededDraws } from './seeded-draws.test-support.ts';

/** Twenty people on each of two sides, with an outcome, a count and a time of their own. */
function people() {
  const draws = seededDraws(26);
  const group = Float64Array.from({ length: 40 }, (_, row) => row % 2);
  return {
    group,
    covariates: [{ name: 'group', values: group }],
    outcome: group.map(() => draws.bernoulli(0.5)),
    count: group.map(() => draws.poisson(2 * draws.exponential(1))),
    time: group.map(() => 1 + Math.floor(30 * draws.uniform())),
    after: group.map((_, row) => Number(row >= 20)),
  };
}

const { group, covariates, outcome, count, time, after } = people();
const one = new Float64Array(group.length);
const byGroup = group;

const METHODS = {
  logistic: (rows: Partial<RegressionRows>) => logisticRegression({ outcome, covariates, ...rows }),
  poisson: (rows: Partial<RegressionRows>) => poissonRegression({ covariates, outcome: count, ...rows }),
  'negative binomial': (rows: Partial<RegressionRows>) =>
    negativeBinomialRegression({ covariates, outcome: count, ...rows }),
  cox: (rows: Partial<RegressionRows>) => cox({ time, event: outcome, covariates, ...rows }),
  'difference in differences': ({ cluster }: Partial<RegressionRows>) =>
    differenceInDifferences({
      outcome: count,
      reached: group,
      after,
      ...(cluster === undefined ? {} : { clusters: cluster }),
    }),
} as const;

describe.each(Object.entries(METHODS))('%s', (_, method) => {
  test('is answered where each row is by itself', () => {
    expect(method({}).ok).toBe(true);
  });

  test('refuses one cluster', () => {
    const found = method({ cluster: one });
    expect(found).toMatchObject({ ok: false, refusal: { code: 'too-few' } });
    expect(found.ok ? '' : found.refusal.message).toMatch(/^All rows are of one cluster/);
  });
});

describe('two groups each of which is a cluster by itself are refused, where R gives an error of nothing', () => {
  test.each(['logistic', 'poisson', 'negative binomial', 'difference in differences'] as const)('%s', (name) => {
    const found = METHODS[name]({ cluster: byGroup });
    expect(found).toMatchObject({ ok: false, refusal: { code: 'too-few' } });
    expect(found.ok ? '' : found.refusal.message).toMatch(/^A group is one cluster by itself/);
  });

  test('of Cox’s model, where two opposite scores are all that there is', () => {
    const found = METHODS.cox({ cluster: byGroup });
    expect(found).toMatchObject({ ok: false, refusal: { code: 'too-few' } });
    expect(found.ok ? '' : found.refusal.message).toMatch(/^There are two clusters/);
  });
});

describe('where everybody has the outcome', () => {
  const all = new Float64Array(group.length).fill(1);

  test('robust errors of nothing are refused', () => {
    const found = poissonRegression({ outcome: all, covariates }, { robust: true });
    expect(found).toMatchObject({ ok: false, refusal: { code: 'no-variation' } });
    expect(logisticRegression({ outcome: all, covariates })).toMatchObject({ refusal: { code: 'no-variation' } });
  });

  test('a ratio by logarithm is refused, and the score interval of it and Newcombe’s of a difference have a width', () => {
    const [a, b] = [
      { events: 12, n: 12 },
      { events: 20, n: 20 },
    ];
    expect(riskRatio(a, b)).toMatchObject({ ok: false, refusal: { code: 'no-variation' } });
    const ratio = riskRatio(a, b, { interval: 'score' });
    const difference = riskDifference(a, b);
    expect(ratio.ok && ratio.value.low < 0.9 && ratio.value.high > 1.1).toBe(true);
    expect(difference.ok && difference.value.low < -0.2 && difference.value.high > 0.1).toBe(true);
  });
});
