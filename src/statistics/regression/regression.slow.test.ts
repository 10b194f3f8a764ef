import { describe, expect, test } from 'vitest';
import { seededDraws, shareOf, type SeededDraws } from '../seeded-draws.test-support.ts';
import { climbSmooth } from './climb-smooth.ts';
import { designOf } from './design.ts';
import { laplaceModel } from './laplace-model.ts';
import { logisticRegression } from './logistic-regression.ts';
import { negativeBinomialRegression } from './negative-binomial-regression.ts';
import { poissonRegression } from './poisson-regression.ts';
import { randomInterceptLogistic } from './random-intercept-logistic.ts';

const column = (values: readonly number[], name = 'x') => ({ name, values });

/** A column of 0 and 1 and an outcome, from the cells of a table of two by two. */
function fromTable([a, b, c, d]: readonly [number, number, number, number]) {
  const cells = [
    { x: 1, y: 1, count: a },
    { x: 1, y: 0, count: b },
    { x: 0, y: 1, count: c },
    { x: 0, y: 0, count: d },
  ];
  const rows = cells.flatMap(({ x, y, count }) => Array.from({ length: count }, () => [x, y] as const));
  return { outcome: rows.map(([, y]) => y), covariates: [column(rows.map(([x]) => x))] };
}

describe('a worked answer', () => {
  test('of a table of two by two: the log odds ratio, and the root of the cells’ inverses', () => {
    const fit = logisticRegression(fromTable([12, 5, 20, 90]));
    const term = fit.ok ? fit.value.terms[1] : undefined;
    expect(term?.coef).toBeCloseTo(Math.log((12 * 90) / (5 * 20)), 12);
    expect(term?.se).toBeCloseTo(Math.sqrt(1 / 12 + 1 / 5 + 1 / 20 + 1 / 90), 10);
  });

  test('of rates: the log rate ratio, and the root of the counts’ inverses', () => {
    const offset = [Math.log(100), Math.log(250)];
    const fit = poissonRegression({ outcome: [8, 30], covariates: [column([1, 0])], offset });
    const term = fit.ok ? fit.value.terms[1] : undefined;
    expect(term?.ratio).toBeCloseTo(8 / 100 / (30 / 250), 11);
    expect(term?.se).toBeCloseTo(Math.sqrt(1 / 8 + 1 / 30), 9);
  });

  test('without columns is the mean', () => {
    const fit = poissonRegression({ outcome: [1, 2, 6], covariates: [] });
    expect(fit.ok && fit.value.terms[0]?.ratio).toBeCloseTo(3, 12);
  });
});

describe('a weight that is a whole number stands for so many rows', () => {
  test('in logistic and in negative binomial regression', () => {
    const x = [0, 1, 0, 1, 1];
    const weight = [1, 2, 3, 1, 2];
    const repeat = (values: readonly number[]) =>
      values.flatMap((value, row) => new Array<number>(weight[row]!).fill(value));
    const coefOf = (fit: { ok: true; value: { coefficients: Float64Array } } | { ok: false }) =>
      fit.ok ? fit.value.coefficients[1]! : Number.NaN;
    const y = [1, 0, 0, 1, 0];
    const weighted = logisticRegression({ outcome: y, covariates: [column(x)], weight });
    const repeated = logisticRegression({ outcome: repeat(y), covariates: [column(repeat(x))] });
    expect(coefOf(weighted)).toBeCloseTo(coefOf(repeated), 12);
    const counts = [0, 9, 1, 0, 2];
    const weighedCounts = negativeBinomialRegression({ outcome: counts, covariates: [column(x)], weight });
    const repeatedCounts = negativeBinomialRegression({ outcome: repeat(counts), covariates: [column(repeat(x))] });
    expect(coefOf(weighedCounts)).toBeCloseTo(coefOf(repeatedCounts), 10);
  });
});

describe('is refused, with the reason', () => {
  const x = column([3, 1, 4, 1, 5, 9]);
  const y = [0, 1, 0, 1, 1, 0];
  const logistic = (more: object) => () => logisticRegression({ outcome: y, covariates: [x], ...more });
  const counts = (outcome: number[], more: object = {}) => ({ outcome, covariates: [x], ...more });
  test.each([
    ['no row', logistic({ outcome: [], covariates: [] }), 'no-observations', ''],
    ['an outcome of 2', logistic({ outcome: [0, 1, 2, 0, 1, 1] }), 'out-of-range', 'row 3'],
    ['nobody with the outcome', logistic({ outcome: [0, 0, 0, 0, 0, 0] }), 'no-events', ''],
    ['everybody with it', logistic({ outcome: [1, 1, 1, 1, 1, 1] }), 'no-variation', ''],
    ['a missing value', logistic({ covariates: [column([1, 2, Number.NaN, 1, 2, 3], 'age')] }), 'not-a-number', 'age'],
    ['too few values', logistic({ covariates: [column([1, 2], 'age')] }), 'unequal-lengths', 'age'],
    [
      'a column that never changes',
      logistic({ covariates: [column([2, 2, 2, 2, 2, 2], 'age')] }),
      'constant-column',
      'age',
    ],
    [
      'a column given by others',
      logistic({ covariates: [x, column([7, 3, 9, 3, 11, 19], 'again')] }),
      'singular-design',
      'again',
    ],
    ['a column that foretells the outcome', logistic({ covariates: [column(y, 'copy')] }), 'separation', 'copy'],
    [
      'a level without the outcome',
      logistic({ covariates: [column([1, 0, 1, 0, 0, 0], 'level'), x] }),
      'separation',
      'level',
    ],
    [
      'more columns than rows',
      logistic({ outcome: [0, 1], covariates: [column([1, 2]), column([2, 1])] }),
      'too-few',
      '',
    ],
    ['a weight below zero', logistic({ weight: [1, 1, 1, 1, 1, -1] }), 'out-of-range', 'weight'],
    ['a level of 95', () => logisticRegression({ outcome: y, covariates: [x] }, { level: 95 }), 'out-of-range', ''],
    ['half a count', () => poissonRegression(counts([0, 1, 2, 0.5, 1, 1])), 'out-of-range', 'row 4'],
    ['no counts at all', () => poissonRegression(counts([0, 0, 0, 0, 0, 0])), 'no-events', ''],
    [
      'a group without counts',
      () => poissonRegression({ outcome: [0, 0, 2, 3], covariates: [column([1, 1, 0, 0], 'arm')] }),
      'separation',
      'arm',
    ],
    [
      'counts that vary too little',
      () => negativeBinomialRegression(counts([2, 2, 3, 2, 2, 2])),
      'not-overdispersed',
      '',
    ],
    [
      'one group',
      () => randomInterceptLogistic({ outcome: y, covariates: [x], group: [1, 1, 1, 1, 1, 1] }),
      'no-comparison',
      '',
    ],
    [
      'groups of one',
      () => randomInterceptLogistic({ outcome: y, covariates: [x], group: [1, 2, 3, 4, 5, 6] }),
      'too-few',
      '',
    ],
    [
      'fewer groups than rows',
      () => randomInterceptLogistic({ outcome: y, covariates: [x], group: [1, 2] }),
      'unequal-lengths',
      'group',
    ],
    [
      'work that is stopped',
      () => logisticRegression({ outcome: y, covariates: [x] }, { progress: () => false }),
      'cancelled',
      '',
    ],
  ] as const)('%s', (_, asked, code, named) => {
    const result = asked();
    expect(result.ok ? null : result.refusal.code).toBe(code);
    expect(result.ok ? '' : result.refusal.message).toContain(named);
  });
});

describe('the slope of Laplace’s approximation', () => {
  test('is how its height changes', () => {
    const draws = seededDraws(60);
    const outcome = Array.from({ length: 60 }, () => draws.bernoulli(0.4));
    const design = designOf({ outcome, covariates: [column(outcome.map(() => draws.normal()))] });
    const codes = Int32Array.from(outcome, (_, row) => row % 7);
    const model = design.ok ? laplaceModel(design.value, { codes, count: 7 }) : null;
    const at = [-0.4, 0.3, 0.9];
    const { slope } = model!.at(Float64Array.from(at));
    for (const j of at.keys()) {
      const height = (by: number) => model!.at(Float64Array.from(at, (value, k) => value + (k === j ? by : 0))).height;
      expect(slope[j]).toBeCloseTo((height(1e-5) - height(-1e-5)) / 2e-5, 7);
    }
  });

  test('is not needed where there is a hill to climb from the side that bends the other way', () => {
    // e^(−x²) is hollow from above only within √½ of its top.
    const hill = {
      at: (x: Float64Array) => ({
        height: Math.exp(-(x[0]! ** 2)),
        slope: Float64Array.of(-2 * x[0]! * Math.exp(-(x[0]! ** 2))),
      }),
    };
    const top = climbSmooth(hill, [1.5], () => true);
    expect(top.ok && top.value.parameters[0]).toBeCloseTo(0, 8);
  });
});

/** Clusters of unequal size, a column with few ones, an outcome that shares something inside a cluster. */
function clustered(draws: SeededDraws, { shared, effect }: { readonly shared: number; readonly effect: number }) {
  const rows = Array.from({ length: 30 }, (_, cluster) => {
    const own = shared * draws.normal();
    const rare = cluster % 6 === 0 ? 1 : 0;
    return Array.from({ length: 3 + (cluster % 5) * 4 }, () => {
      const logit = -0.7 + effect * rare + own;
      return {
        cluster,
        rare,
        y: draws.bernoulli(1 / (1 + Math.exp(-logit))),
        count: draws.poisson(Math.exp(own + effect * rare)),
      };
    });
  }).flat();
  return {
    outcome: rows.map(({ y }) => y),
    counts: rows.map(({ count }) => count),
    covariates: [
      column(
        rows.map(({ rare }) => rare),
        'rare',
      ),
    ],
    cluster: rows.map(({ cluster }) => cluster),
  };
}

describe('calibration: under seeds, with unequal arms', () => {
  const ROUNDS = 600;
  const SLACK = 3 * Math.sqrt((0.05 * 0.95) / ROUNDS);

  test('logistic intervals hold their level', () => {
    const draws = seededDraws(61);
    const coverage = shareOf(ROUNDS, () => {
      const { outcome, covariates } = clustered(draws, { shared: 0, effect: 0.5 });
      const fit = logisticRegression({ outcome, covariates });
      const term = fit.ok ? fit.value.terms[1]! : null;
      return term !== null && term.low <= Math.exp(0.5) && Math.exp(0.5) <= term.high;
    });
    expect(Math.abs(coverage - 0.95)).toBeLessThan(SLACK);
  });

  test('Poisson and negative binomial tests keep their error rate on counts of their kind', () => {
    const draws = seededDraws(62);
    let overdispersed = 0;
    const poisson = shareOf(ROUNDS, () => {
      const group = Array.from({ length: 100 }, (_, row) => (row < 20 ? 1 : 0));
      const plain = poissonRegression({ outcome: group.map(() => draws.poisson(2)), covariates: [column(group)] });
      // A gamma variable of shape 2 and mean 1 as the mean of two exponential ones.
      const varying = group.map(() => draws.poisson(draws.exponential(1) + draws.exponential(1)));
      const fit = negativeBinomialRegression({ outcome: varying, covariates: [column(group)] });
      if (fit.ok && fit.value.terms[1]!.p < 0.05) overdispersed += 1;
      return plain.ok && plain.value.terms[1]!.p < 0.05;
    });
    expect(Math.abs(poisson - 0.05)).toBeLessThan(SLACK);
    expect(Math.abs(overdispersed / ROUNDS - 0.05)).toBeLessThan(SLACK + 0.01);
  });

  test('random intercepts keep the error rate near its level where the plain model does not', () => {
    const draws = seededDraws(63);
    let plain = 0;
    const rounds = 250;
    const random = shareOf(rounds, () => {
      const { outcome, covariates, cluster } = clustered(draws, { shared: 0.9, effect: 0 });
      const without = logisticRegression({ outcome, covariates });
      if (without.ok && without.value.terms[1]!.p < 0.05) plain += 1;
      const fit = randomInterceptLogistic({ outcome, covariates, group: cluster });
      return fit.ok && fit.value.terms[1]!.p < 0.05;
    });
    expect(plain / rounds).toBeGreaterThan(0.15);
    expect(random).toBeLessThan(0.12);
  });
});
