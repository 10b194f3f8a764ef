import { describe, expect, test } from 'vitest';
import expected from '../../../tests/reference/linear-models/expected.json' with { type: 'json' };
import { clusteredCovariance } from './clustered-covariance.ts';
import { leastSquares, type LinearTask } from './least-squares.ts';
import { neweyWestCovariance, usualLag } from './newey-west-covariance.ts';
import { robustCovariance } from './robust-covariance.ts';

const { data } = expected;
const task = {
  outcome: data.y,
  covariates: (['a', 'b', 'trend'] as const).map((name) => ({ name, values: data[name] })),
};

function fit(task: LinearTask) {
  const answer = leastSquares(task);
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

function agree(ours: ArrayLike<number>, theirs: readonly number[]): void {
  expect(ours.length).toBe(theirs.length);
  const size = Math.max(...theirs.map(Math.abs));
  for (const [at, value] of theirs.entries()) {
    expect(Math.abs(ours[at]! - value), `${ours[at]} for ${value}`).toBeLessThanOrEqual(
      1e-10 * Math.abs(value) + 1e-13 * size,
    );
  }
}

describe.each([
  { name: 'plain', task, theirs: expected.plain },
  { name: 'weighted', task: { ...task, weights: data.w }, theirs: expected.weighted },
])('$name least squares', ({ task, theirs }) => {
  const ours = fit(task);

  test('has the coefficients, residuals and covariance of lm', () => {
    agree(ours.coefficients, theirs.coefficients);
    agree(ours.residuals, theirs.residuals);
    agree(
      ours.unscaledCovariance.map((value) => value * ours.residualVariance),
      theirs.classic,
    );
  });

  test('has the robust, clustered and Newey-West covariances of sandwich', () => {
    for (const kind of ['hc0', 'hc1', 'hc3'] as const) agree(robustCovariance(ours, kind), theirs[kind]);
    const clustered = clusteredCovariance(ours, data.cluster);
    agree(clustered.ok ? clustered.value.covariance : [], theirs.clustered);
    for (const lag of [0, 1, 4] as const) {
      const answer = neweyWestCovariance(ours, lag);
      agree(answer.ok ? answer.value : [], theirs.neweyWest[`lag${lag}`]);
    }
  });
});

describe('least squares', () => {
  test('tell columns apart that nearly are one another', () => {
    const { x, z, y, coefficients } = expected.hard;
    const ours = fit({ outcome: y, covariates: [{ name: 'x', values: x }, { name: 'z', values: z }] }); // prettier-ignore
    // Rounding alone moves these coefficients by 1e-9 to 1e-8, R's as well as these.
    for (const [at, value] of coefficients.entries()) expect(ours.coefficients[at]! / value).toBeCloseTo(1, 7);
  });

  const one = { name: 'one', values: [1, 2, 3, 5] };
  test.each([
    { name: 'no rows', task: { outcome: [], covariates: [] }, code: 'no-observations' },
    { name: 'a missing outcome', task: { outcome: [1, 2, 3, NaN], covariates: [one] }, code: 'not-a-number' },
    { name: 'columns of two lengths', task: { outcome: [1, 2], covariates: [one] }, code: 'unequal-lengths' },
    {
      name: 'a constant column',
      task: { outcome: [1, 2, 3, 4], covariates: [{ name: 'c', values: [7, 7, 7, 7] }] },
      code: 'constant-column',
    },
    {
      name: 'a column that another gives',
      task: { outcome: [1, 2, 3, 4], covariates: [one, { name: 'two', values: [3, 5, 7, 11] }] },
      code: 'singular-design',
    },
    {
      name: 'a weight of zero',
      task: { outcome: [1, 2, 3, 4], covariates: [one], weights: [1, 1, 0, 1] },
      code: 'out-of-range',
    },
    {
      name: 'fewer rows than coefficients',
      task: { outcome: [1], covariates: [{ name: 'a', values: [2] }] },
      code: 'too-few',
    },
  ])('are refused for $name', ({ task, code }) => {
    const answer = leastSquares(task);
    expect(answer.ok || answer.refusal.code).toBe(code);
  });

  test('say which column it is', () => {
    const answer = leastSquares({ outcome: [1, 2, 3], covariates: [{ name: 'age', values: [4, 4, 4] }] });
    expect(answer.ok || answer.refusal.message).toBe('The column age is 4 in every row.');
  });

  test('have errors that refuse one cluster and a lag that is none', () => {
    const ours = fit(task);
    const clustered = clusteredCovariance(ours, new Int32Array(60));
    expect(clustered.ok || clustered.refusal.code).toBe('too-few');
    const lagged = neweyWestCovariance(ours, 60);
    expect(lagged.ok || lagged.refusal.code).toBe('out-of-range');
    expect([usualLag(24), usualLag(100)]).toEqual([2, 4]);
  });
});
