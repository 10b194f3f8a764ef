import { expect, test } from 'vitest';
import { rubinsRulesTogether } from './rubins-rules-together.ts';
import { rubinsRules } from './rubins-rules.ts';

const fits = [
  { estimates: Float64Array.of(1, 2), covariance: Float64Array.of(0.4, 0.1, 0.1, 0.9) },
  { estimates: Float64Array.of(1.4, 1.7), covariance: Float64Array.of(0.5, 0.2, 0.2, 0.8) },
  { estimates: Float64Array.of(0.9, 2.6), covariance: Float64Array.of(0.3, 0.1, 0.1, 1.1) },
];

test('Rubin’s rules for many numbers at once are those for each by itself, and for each difference', () => {
  const { estimates, covariance } = rubinsRulesTogether(fits);
  const alone = (of: (fit: (typeof fits)[number]) => number, variance: (fit: (typeof fits)[number]) => number) => {
    const pooled = rubinsRules({
      estimates: fits.map(of),
      standardErrors: fits.map((fit) => Math.sqrt(variance(fit))),
    });
    if (!pooled.ok) throw new Error(pooled.refusal.message);
    return [pooled.value.estimate, pooled.value.standardError ** 2];
  };
  const [first, variance] = alone(
    ({ estimates }) => estimates[0]!,
    ({ covariance }) => covariance[0]!,
  );
  expect(estimates[0]).toBeCloseTo(first!, 12);
  expect(covariance[0]).toBeCloseTo(variance!, 12);
  const [difference, itsVariance] = alone(
    ({ estimates }) => estimates[0]! - estimates[1]!,
    ({ covariance }) => covariance[0]! + covariance[3]! - 2 * covariance[1]!,
  );
  expect(estimates[0]! - estimates[1]!).toBeCloseTo(difference!, 12);
  expect(covariance[0]! + covariance[3]! - 2 * covariance[1]!).toBeCloseTo(itsVariance!, 12);
});

test('one data set stays as it is, and none gives nothing', () => {
  expect(rubinsRulesTogether(fits.slice(0, 1))).toEqual(fits[0]);
  expect(rubinsRulesTogether([]).estimates).toHaveLength(0);
});
