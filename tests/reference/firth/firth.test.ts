import { describe, expect, test } from 'vitest';
import { firthLogistic, logisticRegression } from '../../../src/statistics/index.ts';
import { expectAgreement, readReference, valueOf } from '../agreement.ts';

interface SeparatedSet {
  readonly data: { readonly [column in 'y' | 'a' | 'b']: readonly number[] };
  readonly coef: readonly number[];
  readonly se: readonly number[];
}

const { seed, sets } = readReference('firth') as { readonly seed: number; readonly sets: readonly SeparatedSet[] };

const rowsOf = ({ data }: SeparatedSet) => ({
  outcome: data.y,
  covariates: [
    { name: 'a', values: data.a },
    { name: 'b', values: data.b },
  ],
});

describe(`Firth’s penalised logistic regression of random sets (R’s seed ${seed})`, () => {
  test.each(sets.map((set, at) => [at + 1, set] as const))('set %i is as brglm2 has it', (_, set) => {
    const { terms } = valueOf(firthLogistic(rowsOf(set)));
    expectAgreement(
      terms.map(({ coef, se }) => [coef, se]),
      set.coef.map((coef, at) => [coef, set.se[at]]),
      1e-7,
    );
  });

  test('answers where the plain fit refuses for separation', () => {
    const separated = sets.filter((set) => {
      const plain = logisticRegression(rowsOf(set));
      return !plain.ok && plain.refusal.code === 'separation';
    });
    expect(separated.length).toBeGreaterThan(10);
    for (const set of separated) expect(firthLogistic(rowsOf(set)).ok).toBe(true);
  });

  test.each([
    ['an outcome that nobody had', { outcome: [0, 0, 0], covariates: [{ name: 'a', values: [0, 1, 1] }] }, 'no-events'],
    ['one that all had', { outcome: [1, 1, 1], covariates: [{ name: 'a', values: [0, 1, 1] }] }, 'no-variation'],
    ['an outcome of 2', { outcome: [1, 0, 2], covariates: [{ name: 'a', values: [0, 1, 1] }] }, 'out-of-range'],
    [
      'clusters',
      { outcome: [1, 0, 1], covariates: [{ name: 'a', values: [0, 1, 1] }], cluster: [0, 1, 2] },
      'not-defined',
    ],
  ])('refuses %s', (_, rows, code) => {
    expect(firthLogistic(rows)).toMatchObject({ ok: false, refusal: { code } });
  });
});
