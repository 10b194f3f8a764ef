import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { firthPoisson, poissonRegression } from '../../../src/statistics/index.ts';
import { expectAgreement, valueOf } from '../agreement.ts';

interface CountsSet {
  readonly data: { readonly [column in 'y' | 'a' | 'b' | 't']: readonly number[] };
  readonly coef: readonly number[];
  readonly se: readonly number[];
}

const { seed, sets } = JSON.parse(readFileSync(new URL('firth-poisson.json', import.meta.url), 'utf8')) as {
  readonly seed: number;
  readonly sets: readonly CountsSet[];
};

const rowsOf = ({ data }: CountsSet) => ({
  outcome: data.y,
  covariates: [
    { name: 'a', values: data.a },
    { name: 'b', values: data.b },
  ],
  offset: data.t.map(Math.log),
});

describe(`Firth’s penalised Poisson regression of random sets (R’s seed ${seed})`, () => {
  test.each(sets.map((set, at) => [at + 1, set] as const))('set %i is as brglm2 has it', (_, set) => {
    const { terms } = valueOf(firthPoisson(rowsOf(set)));
    expectAgreement(
      terms.map(({ coef, se }) => [coef, se]),
      set.coef.map((coef, at) => [coef, set.se[at]]),
      1e-6,
    );
  });

  test('answers where the plain fit refuses because a group had no event', () => {
    const separated = sets.filter((set) => {
      const plain = poissonRegression(rowsOf(set));
      return !plain.ok && plain.refusal.code === 'separation';
    });
    expect(separated.length).toBeGreaterThan(10);
    for (const set of separated) expect(firthPoisson(rowsOf(set)).ok).toBe(true);
  });

  test('adds half an event to each of two groups', () => {
    const rows = { outcome: [0, 0, 3, 4], covariates: [{ name: 'a', values: [0, 0, 1, 1] }] };
    const [intercept, a] = valueOf(firthPoisson(rows)).terms;
    expect(Math.exp(intercept?.coef ?? 0)).toBeCloseTo(0.5 / 2, 8);
    expect(a?.ratio).toBeCloseTo(7.5 / 0.5, 6);
  });

  test.each([
    ['counts that are all nought', { outcome: [0, 0, 0], covariates: [{ name: 'a', values: [0, 1, 1] }] }, 'no-events'],
    ['half a count', { outcome: [1, 0, 0.5], covariates: [{ name: 'a', values: [0, 1, 1] }] }, 'out-of-range'],
    [
      'clusters',
      { outcome: [1, 0, 1], covariates: [{ name: 'a', values: [0, 1, 1] }], cluster: [0, 1, 2] },
      'not-defined',
    ],
  ])('refuses %s', (_, rows, code) => {
    expect(firthPoisson(rows)).toMatchObject({ ok: false, refusal: { code } });
  });
});
