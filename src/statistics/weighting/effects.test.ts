import { describe, expect, test } from 'vitest';
import expected from '../../../tests/reference/effects/expected.json' with { type: 'json' };
import { SeededRandom } from '../../shared/seeded-random.ts';
import { normalVariate } from '../random/normal-variate.ts';
import { doublyRobustEffect } from './doubly-robust-effect.ts';
import type { Effect } from './effect.ts';
import type { EffectTask } from './effect-task.ts';
import { logisticCurve } from './linear-predictor.ts';
import { weightedEffect } from './weighted-effect.ts';

function valueOf<T>(
  answer:
    { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: { readonly message: string } },
): T {
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
}

const { data } = expected;
const covariates = (['age', 'priors'] as const).map((name) => ({ name, values: data[name] }));

interface Theirs {
  readonly estimate: number;
  readonly standardError: number;
  readonly meanTreated: number;
  readonly meanControl: number;
}

function agree({ effect, meanTreated, meanControl }: Effect, theirs: Theirs): void {
  expect(meanTreated / theirs.meanTreated).toBeCloseTo(1, 10);
  expect(meanControl / theirs.meanControl).toBeCloseTo(1, 10);
  expect(effect.coefficient / theirs.estimate).toBeCloseTo(1, 10);
  // Its slopes were taken by differences.
  expect(effect.standardError / theirs.standardError).toBeCloseTo(1, 8);
}

describe.each(['cost', 'again'] as const)('effects on the outcome "%s"', (name) => {
  const task: EffectTask = { outcome: data[name], treated: data.treated, covariates };

  test.each(['everybody', 'treated', 'overlap'] as const)(
    'by weighting for %s have the means and the stacked sandwich error',
    (estimand) => {
      agree(valueOf(weightedEffect(task, estimand)), expected.weighting[name][estimand]);
    },
  );

  test.each(['everybody', 'treated'] as const)('doubly robust for %s have them too', (estimand) => {
    const outcomeModel = name === 'cost' ? 'linear' : 'logistic';
    agree(valueOf(doublyRobustEffect({ ...task, outcomeModel, estimand })), expected.robust[name][estimand]);
  });
});

describe('a doubly robust effect', () => {
  /** Treated with a chance, and an outcome, that both bend with x; the effect is 2. */
  function draw(random: SeededRandom, rows: number) {
    const x = Float64Array.from({ length: rows }, () => normalVariate(random));
    const treated = x.map((value) => (random.next() < logisticCurve(-0.6 + 0.8 * value) ? 1 : 0));
    const outcome = x.map((value, row) => 1 + value + 2 * treated[row]! + normalVariate(random));
    return { x, treated, outcome, noise: x.map(() => normalVariate(random)) };
  }

  test.each([
    { name: 'both models right', rightScores: true },
    { name: 'a covariate that only the outcome model can use', rightScores: false },
  ])('covers the truth as often as it says with $name and unequal arms', ({ rightScores }) => {
    const random = SeededRandom.of(`doubly robust ${rightScores}`);
    const runs = 300;
    let covered = 0;
    for (let run = 0; run < runs; run += 1) {
      const { x, treated, outcome, noise } = draw(random, 300);
      const { effect } = valueOf(
        doublyRobustEffect({
          outcome,
          treated,
          covariates: [{ name: 'x', values: x }, ...(rightScores ? [] : [{ name: 'noise', values: noise }])],
          outcomeModel: 'linear',
        }),
      );
      if (effect.low <= 2 && 2 <= effect.high) covered += 1;
    }
    expect(covered / runs).toBeGreaterThan(0.905);
    expect(covered / runs).toBeLessThan(0.985);
  });

  test('is right where weighting alone by the wrong scores is not', () => {
    const { x, treated, outcome } = draw(SeededRandom.of('one large sample'), 20_000);
    // Whoever is far from the middle on either side: the wrong shape for the scores, the right columns for the outcome.
    const bent = [{ name: 'x', values: x }, { name: 'square', values: x.map((value) => value ** 2) }]; // prettier-ignore
    const robust = valueOf(doublyRobustEffect({ outcome, treated, covariates: bent, outcomeModel: 'linear' }));
    expect(Math.abs(robust.effect.coefficient - 2)).toBeLessThan(4 * robust.effect.standardError);
    const wrong = valueOf(weightedEffect({ outcome, treated, covariates: [bent[1]!] }, 'everybody'));
    expect(Math.abs(wrong.effect.coefficient - 2)).toBeGreaterThan(10 * wrong.effect.standardError);
  });

  test('is refused where somebody’s treatment was certain, or a covariate says nothing new', () => {
    const treated = Array.from({ length: 40 }, (_, row) => Number(row >= 20));
    const outcome = treated.map((_, row) => row % 3);
    const by = (...values: readonly (readonly number[])[]) => {
      const columns = values.map((column, at) => ({ name: `x${at}`, values: column }));
      const answer = doublyRobustEffect({ outcome, treated, covariates: columns, outcomeModel: 'linear' });
      return answer.ok || answer.refusal.code;
    };
    const row = treated.map((_, at) => at);
    expect(by(row)).toBe('separation');
    expect(by(row.map((at) => (at < 5 ? 1 : 0)))).toBe('separation');
    expect(by(row.map(() => 3))).toBe('constant-column');
    const some = row.map((at) => at % 7);
    expect(
      by(
        some,
        some.map((value) => 2 * value + 1),
      ),
    ).toBe('singular-design');
    expect(by(some)).toBe(true);
  });

  const task = { outcome: [1, 0, 1, 0], treated: [1, 1, 0, 0], covariates: [], outcomeModel: 'linear' } as const;
  test.each([
    { name: 'nobody treated', change: { treated: [0, 0, 0, 0] }, code: 'no-comparison' },
    { name: 'half a treatment', change: { treated: [1, 0.5, 0, 0] }, code: 'out-of-range' },
    {
      name: 'a missing covariate',
      change: { covariates: [{ name: 'a', values: [1, NaN, 2, 3] }] },
      code: 'not-a-number',
    },
    { name: 'columns of two lengths', change: { treated: [1, 0] }, code: 'unequal-lengths' },
    { name: 'a level of 95', change: { level: 95 }, code: 'out-of-range' },
    {
      name: 'a curve for costs',
      change: { outcome: [10, 20, 30, 40], outcomeModel: 'logistic' },
      code: 'out-of-range',
    },
  ] as const)('is refused for $name', ({ change, code }) => {
    const answer = doublyRobustEffect({ ...task, ...change });
    expect(answer.ok || answer.refusal.code).toBe(code);
  });
});
