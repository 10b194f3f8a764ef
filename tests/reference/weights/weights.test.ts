import { describe, expect, test } from 'vitest';
import { cox, logisticRegression, poissonRegression } from '../../../src/statistics/index.ts';
import { expectAgreement, readReference, valueOf } from '../agreement.ts';

interface Fit {
  readonly coef: readonly number[];
  readonly se: readonly number[];
  readonly robust: readonly number[] | null;
  readonly n: number;
  readonly events?: number;
}

type Column = 'time' | 'event' | 'x' | 'z' | 'count' | 'cluster' | 'stratum' | 'weight';

interface WeightedSet {
  readonly data: { readonly [column in Column]: readonly number[] };
  readonly fractions: boolean;
  readonly cox: { readonly efron: Fit; readonly breslow: Fit };
  readonly clustered: Omit<Fit, 'se' | 'n'>;
  readonly logistic: Fit;
  readonly poisson: Fit;
}

const { seed, sets } = readReference('weights') as { readonly seed: number; readonly sets: readonly WeightedSet[] };

/** Coefficients with the errors that R gives for weights of this kind. */
function told(terms: readonly { readonly coef: number; readonly se: number; readonly robustSe?: number }[]) {
  return {
    coef: terms.map(({ coef }) => coef),
    se: terms.map(({ se }) => se),
    robust: terms[0]?.robustSe === undefined ? null : terms.map(({ robustSe }) => robustSe),
  };
}

describe(`random weights, some of them 0 (R's seed ${seed}): as R without those rows`, () => {
  describe.each(sets.map((set, at) => ({ ...set, name: `set ${at + 1}` })))('$name', (set) => {
    const { data, fractions } = set;
    const { time, event, weight, stratum, cluster } = data;
    const covariates = [
      { name: 'x', values: data.x },
      { name: 'z', values: data.z },
    ];

    test.each(['efron', 'breslow'] as const)('Cox’s model, ties by %s', (ties) => {
      const fit = valueOf(cox({ time, event, covariates, stratum, weight }, { ties }));
      const { n, events, ...theirs } = set.cox[ties];
      expectAgreement(told(fit.terms), theirs, 1e-7);
      expect([fit.n, fit.events, fit.terms[0]?.robustSe !== undefined]).toEqual([n, events, fractions]);
    });

    test('Cox’s model by cluster', () => {
      const { coef, robust } = told(valueOf(cox({ time, event, covariates, cluster, weight })).terms);
      expectAgreement({ coef, robust }, set.clustered, 1e-7);
    });

    test.each(['logistic', 'poisson'] as const)('%s regression', (name) => {
      const rows = { outcome: name === 'logistic' ? event : data.count, covariates, weight };
      const fit = name === 'logistic' ? logisticRegression(rows) : poissonRegression(rows);
      const { n, coef, se, robust } = set[name];
      expectAgreement(told(valueOf(fit).terms), { coef, se, robust: fractions ? robust : null }, 1e-7);
      expect(valueOf(fit).n).toBe(n);
    });
  });

  test('a row of weight 0 changes nothing, whatever it says', () => {
    const { time, event, weight, x, z } = sets[0]!.data;
    const more = <Value>(values: readonly Value[], value: Value) => [...values, value];
    const fitOf = (rows: { time: readonly number[]; event: readonly number[]; weight: readonly number[] }, own = x) =>
      valueOf(cox({ ...rows, covariates: [{ name: 'x', values: own }, { name: 'z', values: own === x ? z : more(z, 9) }] })); // prettier-ignore
    const { sorted: _, ...plain } = fitOf({ time, event, weight });
    const { sorted: __, ...added } = fitOf(
      { time: more(time, 3), event: more(event, 1), weight: more(weight, 0) },
      more(x, 7),
    );
    expect(added).toEqual(plain);
  });
});
