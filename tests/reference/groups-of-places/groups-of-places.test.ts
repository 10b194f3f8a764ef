import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../../src/shared/seeded-random.ts';
import { metaRegression, permutationTestOfGroups, wildBootstrapOfGroups } from '../../../src/statistics/index.ts';
import { WEBB } from '../../../src/statistics/meta-analysis/wild-bootstrap-of-groups.ts';
import { expectAgreement, readReference, valueOf } from '../agreement.ts';

interface Fit {
  readonly coef: readonly number[];
  readonly se: readonly number[];
  readonly statistic: readonly number[];
  readonly p: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly tauSquared: number;
  readonly iSquared: number;
  readonly q: number;
  readonly qP: number;
}

interface PlacesSet {
  readonly data: { readonly [column in 'v' | 'treated' | 'y']: readonly number[] };
  readonly webb: readonly number[];
  readonly covariance: readonly number[];
  readonly reml: Fit;
  readonly dl: Fit;
  readonly hk: Fit;
  readonly modified: Fit;
  readonly permutation: number;
  readonly wild: number;
  readonly together: {
    readonly tauSquared: number;
    readonly coef: readonly number[];
    readonly se: readonly number[];
    readonly observed: number;
  };
}

const { seed, sets } = readReference('groups-of-places') as { readonly seed: number; readonly sets: PlacesSet[] };
const numbered = sets.map((set, at) => [at + 1, set] as const);

const METHODS = {
  reml: { tauSquaredBy: 'reml', interval: 'normal' },
  dl: { tauSquaredBy: 'dersimonian-laird', interval: 'normal' },
  hk: { tauSquaredBy: 'reml', interval: 'hartung-knapp' },
  modified: { tauSquaredBy: 'reml', interval: 'modified-hartung-knapp' },
} as const;

function regression({ data }: PlacesSet, covariance: readonly number[], method: keyof typeof METHODS) {
  const columns = [{ name: 'treated', values: data.treated }];
  return valueOf(metaRegression({ estimates: data.y, covariance, columns }, METHODS[method]));
}

describe(`random sets of places in two groups (R’s seed ${seed})`, () => {
  test.each(numbered)('set %i is regressed as by metafor, with each variance and interval', (_, set) => {
    for (const method of ['reml', 'dl', 'hk', 'modified'] as const) {
      const { terms, tauSquared, iSquared, q, qP } = regression(set, set.data.v, method);
      const theirs = set[method];
      // metafor gives up on digits of a variance that is next to none.
      expect(Math.abs(tauSquared - theirs.tauSquared)).toBeLessThan(1e-8 * theirs.tauSquared + 1e-9);
      expect(Math.abs(iSquared - theirs.iSquared)).toBeLessThan(1e-4);
      expectAgreement({ q, qP }, { q: theirs.q, qP: theirs.qP });
      expectAgreement(
        terms.map(({ coef, se, statistic, p, low, high }) => [coef, se, statistic, p, low, high]),
        theirs.coef.map((coef, at) =>
          [coef, theirs.se, theirs.statistic, theirs.p, theirs.low, theirs.high].map((part) =>
            typeof part === 'number' ? part : (part[at] ?? null),
          ),
        ),
        1e-6,
      );
    }
  });

  test.each(numbered)('set %i with errors that go together is as rma.mv has it', (_, set) => {
    const { terms, tauSquared } = regression(set, set.covariance, 'reml');
    const { together } = set;
    // R climbs numerically: to some six figures.
    expect(Math.abs(tauSquared - together.tauSquared)).toBeLessThan(1e-4 * together.tauSquared + 1e-6);
    expectAgreement(
      terms.map(({ coef, se }) => [coef, se]),
      together.coef.map((coef, at) => [coef, together.se[at]]),
      1e-3,
    );
    const scaled = regression(set, set.covariance, 'hk').terms[1]!.se / terms[1]!.se;
    expect(Math.abs(scaled ** 2 / together.observed - 1)).toBeLessThan(1e-3);
  });

  test.each(numbered)('set %i has the p of a permutation test, and of a wild bootstrap, of R’s own hand', (_, set) => {
    const { y: estimates, v: covariance, treated } = set.data;
    const groups = { estimates, covariance, treated };
    const random = SeededRandom.of(1);
    const weights = Float64Array.from(set.webb, (at) => WEBB[at] ?? Number.NaN);
    expect(valueOf(permutationTestOfGroups(groups, { random })).p).toBeCloseTo(set.permutation, 10);
    expect(valueOf(wildBootstrapOfGroups(groups, { random, weights })).p).toBeCloseTo(set.wild, 10);
  });

  test.each(numbered)('set %i: no p speaks against its interval, whichever the method', (_, set) => {
    const { y: estimates, v: covariance, treated } = set.data;
    const groups = { estimates, covariance, treated };
    const weights = Float64Array.from(set.webb, (at) => WEBB[at] ?? Number.NaN);
    for (const level of [0.8, 0.95]) {
      const answers = [
        valueOf(permutationTestOfGroups(groups, { random: SeededRandom.of(2), level })),
        valueOf(wildBootstrapOfGroups(groups, { random: SeededRandom.of(2), level, weights })),
      ];
      for (const { p, low, high } of answers) expect(low <= 0 && high >= 0).toBe(p >= 1 - level);
    }
  });

  test('what all errors share changes no difference between the groups', () => {
    for (const set of sets.slice(0, 10)) {
      const shared = set.covariance.map((value) => value + 0.37);
      const one = regression(set, set.covariance, 'hk').terms[1]!;
      const other = regression(set, shared, 'hk').terms[1]!;
      expectAgreement(one, other, 1e-6);
    }
  });
});
