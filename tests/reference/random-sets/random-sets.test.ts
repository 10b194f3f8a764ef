import { describe, expect, test } from 'vitest';
import {
  benjaminiHochberg,
  chiSquaredTest,
  clopperPearsonInterval,
  clusteredCovariance,
  cox,
  coxConcordance,
  holm,
  kaplanMeier,
  leastSquares,
  logisticRegression,
  logRank,
  negativeBinomialRegression,
  nelsonAalen,
  neweyWestCovariance,
  poissonRegression,
  proportionalHazardsTest,
  robustCovariance,
  survivalQuantile,
  twoProportionsPower,
  twoProportionsSize,
  wilsonInterval,
} from '../../../src/statistics/index.ts';
import { expectAgreement, readReference, valueOf } from '../agreement.ts';

interface Fit {
  readonly coef: readonly number[];
  readonly se: readonly number[];
}

type Column =
  'time' | 'event' | 'group' | 'stratum' | 'x' | 'z' | 'cluster' | 'weight' | 'watched' | 'count' | 'y' | 'yes';

interface RandomSet {
  readonly data: { readonly [column in Column]: readonly number[] };
  readonly cox: { readonly [ties in 'efron' | 'breslow']: Fit & { readonly loglik: readonly number[] } };
  readonly robust: Fit;
  readonly zph: { readonly chisq: readonly number[]; readonly p: readonly number[] };
  readonly concordance: readonly number[];
  readonly logistic: Fit;
  readonly logisticRobust: readonly number[];
  readonly poisson: Fit;
  readonly poissonRobust: readonly number[];
  readonly negativeBinomial: Fit & { readonly theta: number; readonly thetaSe: number };
  readonly linear: Fit & { readonly [errors in 'hc1' | 'hc3' | 'clustered' | 'newey']: readonly number[] };
  readonly weighted: Fit;
  readonly kaplanMeier: { readonly [part in 'times' | 'survival' | 'low' | 'high']: readonly number[] };
  readonly nelsonAalen: { readonly [part in 'hazard' | 'se']: readonly number[] };
  readonly median: readonly (number | null)[];
  readonly logRank: readonly number[];
  readonly stratified: readonly number[];
}

interface Table {
  readonly n: readonly [number, number];
  readonly x: readonly [number, number];
  readonly wilson: readonly number[];
  readonly clopper: readonly number[];
  readonly chiSquared: number | null;
  readonly chiP: number | null;
}

const { seed, sets, tables, many, sizes } = readReference('random-sets') as {
  readonly seed: number;
  readonly sets: readonly RandomSet[];
  readonly tables: readonly Table[];
  readonly many: readonly {
    readonly p: readonly number[];
    readonly holm: readonly number[];
    readonly bh: readonly number[];
  }[];
  readonly sizes: readonly { readonly [part in 'p1' | 'p2' | 'n' | 'power' | 'size']: number }[];
};
const numbered = sets.map((set, at) => [at + 1, set] as const);

const covariatesOf = ({ data }: RandomSet) => [
  { name: 'x', values: data.x },
  { name: 'z', values: data.z },
];
const partsOf = (terms: readonly { readonly coef: number; readonly se: number }[]) =>
  terms.map(({ coef, se }) => [coef, se]);
const bothOf = ({ coef, se }: Fit) => coef.map((value, at) => [value, se[at]]);
const errorsOf = (covariance: Float64Array, p = 3) =>
  Array.from({ length: p }, (_, at) => Math.sqrt(covariance[at * p + at]!));

describe(`random small sets (R’s seed ${seed})`, () => {
  test.each(numbered)('set %i: Cox’s model within strata, both ways with ties, and clustered', (_, set) => {
    const { time, event, stratum, cluster } = set.data;
    const covariates = covariatesOf(set);
    for (const ties of ['efron', 'breslow'] as const) {
      const fit = valueOf(cox({ time, event, covariates, stratum }, { ties }));
      expectAgreement(partsOf(fit.terms), bothOf(set.cox[ties]), 1e-6);
      expectAgreement([fit.logLikelihood.none, fit.logLikelihood.fitted], set.cox[ties].loglik, 1e-8);
    }
    const robust = valueOf(cox({ time, event, covariates, cluster }));
    expectAgreement(
      robust.terms.map(({ coef, robustSe = 0 }) => [coef, robustSe]),
      bothOf(set.robust),
      1e-6,
    );
  });

  test.each(numbered)('set %i: whether hazards stay proportional, and the concordance', (_, set) => {
    const { time, event } = set.data;
    const fit = valueOf(cox({ time, event, covariates: covariatesOf(set) }));
    const { terms, global } = valueOf(proportionalHazardsTest(fit));
    expectAgreement(
      [...terms, global].map(({ chiSquared }) => chiSquared),
      set.zph.chisq,
      1e-6,
    );
    const { concordance, standardError } = coxConcordance(fit);
    expectAgreement([concordance, standardError], set.concordance, 1e-6);
  });

  test.each(numbered)('set %i: logistic, Poisson and negative binomial regression', (_, set) => {
    const { yes, count, watched, cluster } = set.data;
    const covariates = covariatesOf(set);
    const offset = watched.map(Math.log);
    expectAgreement(
      partsOf(valueOf(logisticRegression({ outcome: yes, covariates })).terms),
      bothOf(set.logistic),
      1e-7,
    );
    const clustered = valueOf(logisticRegression({ outcome: yes, covariates, cluster }));
    expectAgreement(
      clustered.terms.map(({ robustSe }) => robustSe),
      set.logisticRobust,
      1e-7,
    );
    expectAgreement(
      partsOf(valueOf(poissonRegression({ outcome: count, covariates, offset })).terms),
      bothOf(set.poisson),
      1e-7,
    );
    const robust = valueOf(poissonRegression({ outcome: count, covariates, offset }, { robust: true }));
    expectAgreement(
      robust.terms.map(({ robustSe }) => robustSe),
      set.poissonRobust,
      1e-7,
    );
    const negative = valueOf(negativeBinomialRegression({ outcome: count, covariates, offset }));
    expectAgreement(partsOf(negative.terms), bothOf(set.negativeBinomial), 1e-4);
    expectAgreement(negative.theta, set.negativeBinomial.theta, 1e-3);
  });

  test.each(numbered)('set %i: linear regression with every kind of errors', (_, set) => {
    const { y, cluster, weight } = set.data;
    const covariates = covariatesOf(set);
    const fit = valueOf(leastSquares({ outcome: y, covariates }));
    expectAgreement([...fit.coefficients], set.linear.coef);
    expectAgreement(errorsOf(fit.unscaledCovariance.map((value) => value * fit.residualVariance)), set.linear.se);
    expectAgreement(errorsOf(robustCovariance(fit, 'hc1')), set.linear.hc1);
    expectAgreement(errorsOf(robustCovariance(fit, 'hc3')), set.linear.hc3);
    expectAgreement(errorsOf(valueOf(clusteredCovariance(fit, cluster)).covariance), set.linear.clustered);
    expectAgreement(errorsOf(valueOf(neweyWestCovariance(fit, 3))), set.linear.newey);
    const weighted = valueOf(leastSquares({ outcome: y, covariates, weights: weight }));
    expectAgreement([...weighted.coefficients], set.weighted.coef);
  });

  test.each(numbered)('set %i: survival, cumulative hazard, median and log-rank, in strata too', (_, set) => {
    const { time, event, group, stratum } = set.data;
    const curve = valueOf(kaplanMeier({ time, event }));
    const { times, survival, low } = set.kaplanMeier;
    expectAgreement([...curve.times], times);
    expectAgreement([...curve.survival], survival);
    for (const [at, end] of curve.low.entries()) {
      // survfit has no interval where all or nobody is left.
      const own = curve.survival[at]!;
      if (own > 0 && own < 1) expectAgreement(end, low[at]);
    }
    const hazard = valueOf(nelsonAalen({ time, event }));
    expectAgreement([...hazard.hazard], set.nelsonAalen.hazard);
    const median = survivalQuantile(curve);
    expectAgreement([median.time, median.low, median.high], set.median);
    const plain = valueOf(logRank({ time, event, group, groups: 3 }));
    expectAgreement([plain.chiSquared, plain.p], set.logRank, 1e-7);
    const within = valueOf(logRank({ time, event, group, groups: 3, stratum, strata: 2 }));
    expectAgreement([within.chiSquared, within.p], set.stratified, 1e-7);
  });
});

describe('random tables, lists of p and sizes', () => {
  test.each(tables.map((table, at) => [at + 1, table] as const))(
    'table %i',
    (_, { n, x, wilson, clopper, chiSquared, chiP }) => {
      const arm = { n: n[0], events: x[0] };
      const [one, exact] = [valueOf(wilsonInterval(arm)), valueOf(clopperPearsonInterval(arm))];
      for (const [ours, theirs] of [
        [[one.low, one.high], wilson],
        [[exact.low, exact.high], clopper],
      ] as const) {
        for (const [at, end] of ours.entries()) expect(Math.abs(end - theirs[at]!)).toBeLessThan(1e-9);
      }
      const test = chiSquaredTest([
        [x[0], n[0] - x[0]],
        [x[1], n[1] - x[1]],
      ]);
      expect(test.ok).toBe(chiSquared !== null);
      if (test.ok)
        expect(
          [Math.abs(test.value.chiSquared - chiSquared!), Math.abs(test.value.p - chiP!)].every((by) => by < 1e-9),
        ).toBe(true);
    },
  );

  test.each(many.map((list, at) => [at + 1, list] as const))('list %i of p values', (_, list) => {
    expectAgreement(valueOf(holm(list.p)), list.holm);
    expectAgreement(valueOf(benjaminiHochberg(list.p)), list.bh);
  });

  test.each(sizes.map((size, at) => [at + 1, size] as const))('size %i', (_, { p1, p2, n, power, size }) => {
    const risks = { riskA: p1, riskB: p2 };
    expectAgreement(valueOf(twoProportionsPower(risks, n)), power, 1e-7);
    expectAgreement(valueOf(twoProportionsSize(risks, 0.9)), size, 1e-6);
  });
});
