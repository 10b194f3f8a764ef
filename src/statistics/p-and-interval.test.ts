import { describe, expect, test } from 'vitest';
import { termOf } from './linear-models/term.ts';
import {
  complierEffect,
  cox,
  differenceInDifferences,
  doublyRobustEffect,
  logisticRegression,
  negativeBinomialRegression,
  poissonRegression,
  randomEffectsMetaAnalysis,
  randomInterceptLogistic,
  rateRatio,
  rubinsRules,
  studentT,
  weightedEffect,
} from './index.ts';
import { seededDraws, type SeededDraws } from './seeded-draws.test-support.ts';

interface Answer {
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

type Method = (draws: SeededDraws, level: number) => readonly (Answer & { readonly tested: 0 | 1 })[];

/** The refused have nothing to compare; how many are left is looked at too. */
function of(tested: 0 | 1, answers: readonly Answer[]) {
  return answers.map((answer) => ({ ...answer, tested }));
}

function rows(draws: SeededDraws, n = 40) {
  const times = (value: () => number) => Float64Array.from({ length: n }, value);
  const x = times(() => draws.bernoulli(0.4));
  const age = times(() => draws.normal());
  return {
    x,
    age,
    outcome: Float64Array.from(x, (value, row) => draws.bernoulli(0.35 + 0.25 * value + 0.05 * Math.tanh(age[row]!))),
    count: Float64Array.from(x, (value) => draws.poisson(2 * draws.exponential(1) * (1 + value))),
    cluster: Int32Array.from(x, (_, row) => row % 9),
    covariates: [
      { name: 'x', values: x },
      { name: 'age', values: age },
    ],
  };
}

const METHODS: { readonly [name: string]: Method } = {
  'rate ratio, exact': (draws, level) => {
    const [a, b] = [0, 0].map(() => ({ events: draws.poisson(5), time: 1 + 50 * draws.uniform() }));
    const found = rateRatio(a!, b!, { level });
    return found.ok ? of(1, [found.value]) : [];
  },
  'rate ratio by logarithm': (draws, level) => {
    const [a, b] = [0, 0].map(() => ({ events: draws.poisson(5), time: 1 + 50 * draws.uniform() }));
    const found = rateRatio(a!, b!, { level, interval: 'log' });
    return found.ok ? of(1, [found.value]) : [];
  },
  'logistic regression': (draws, level) => {
    const { covariates, outcome } = rows(draws);
    const fit = logisticRegression({ covariates, outcome }, { level });
    return fit.ok ? of(1, fit.value.terms) : [];
  },
  'logistic regression, by cluster': (draws, level) => {
    const fit = logisticRegression(rows(draws), { level });
    return fit.ok ? of(1, fit.value.terms) : [];
  },
  'Poisson regression': (draws, level) => {
    const data = rows(draws);
    const fit = poissonRegression({ ...data, outcome: data.count }, { level, robust: true });
    return fit.ok ? of(1, fit.value.terms) : [];
  },
  'negative binomial regression': (draws, level) => {
    const data = rows(draws);
    const { covariates, count: outcome } = data;
    const fit = negativeBinomialRegression({ outcome, covariates }, { level });
    return fit.ok ? of(1, fit.value.terms) : [];
  },
  'random intercept logistic': (draws, level) => {
    const data = rows(draws, 60);
    const { covariates, outcome, cluster } = data;
    const fit = randomInterceptLogistic({ outcome, covariates, group: cluster }, { level });
    return fit.ok ? of(1, fit.value.terms) : [];
  },
  'Cox’s model': (draws, level) => {
    const { covariates, outcome, x, cluster } = rows(draws);
    const time = Float64Array.from(x, () => 1 + Math.floor(10 * draws.uniform()));
    const fit = cox({ time, event: outcome, covariates, cluster }, { level });
    return fit.ok ? of(1, fit.value.terms) : [];
  },
  'least squares with Student’s t': (draws, level) => {
    return of(0, [termOf(draws.normal() * 2, 0.3 + draws.uniform(), { reference: studentT(4), level })]);
  },
  ...Object.fromEntries(
    (['normal', 'hartung-knapp', 'modified-hartung-knapp'] as const).map((interval): [string, Method] => [
      `meta-analysis, ${interval}`,
      (draws, level) => {
        const k = 2 + Math.floor(5 * draws.uniform());
        const studies = Array.from({ length: k }, () => ({
          estimate: 0.4 + draws.normal() * 0.5,
          standardError: 0.1 + 0.4 * draws.uniform(),
        }));
        const found = randomEffectsMetaAnalysis(studies, { tauSquaredBy: 'reml', interval, level });
        return found.ok ? of(0, [found.value]) : [];
      },
    ]),
  ),
  'Rubin’s rules': (draws, level) => {
    const estimates = Array.from({ length: 5 }, () => 0.5 + draws.normal() * 0.3);
    const found = rubinsRules({ estimates, standardErrors: estimates.map(() => 0.1 + draws.uniform() * 0.3), level });
    return found.ok ? of(0, [found.value]) : [];
  },
  'complier effect': (draws, level) => {
    const { outcome, x, age } = rows(draws);
    const received = x.map((value) => draws.bernoulli(0.1 + 0.7 * value));
    const found = complierEffect({ outcome, received, assigned: x, covariates: [{ name: 'age', values: age }], level });
    return found.ok ? of(0, [found.value.effect, found.value.intentionToTreat]) : [];
  },
  'difference in differences': (draws, level) => {
    const { outcome, x, cluster } = rows(draws);
    const after = x.map(() => draws.bernoulli(0.5));
    const found = differenceInDifferences({ outcome, reached: x, after, clusters: cluster, level });
    return found.ok ? of(0, [found.value.effect]) : [];
  },
  'weighted effect': (draws, level) => {
    const { outcome, x, age } = rows(draws);
    const found = weightedEffect(
      { outcome, treated: x, covariates: [{ name: 'age', values: age }], level },
      'everybody',
    );
    return found.ok ? of(0, [found.value.effect]) : [];
  },
  'doubly robust effect': (draws, level) => {
    const { outcome, x, age } = rows(draws);
    const found = doublyRobustEffect({
      outcome,
      treated: x,
      covariates: [{ name: 'age', values: age }],
      level,
      outcomeModel: 'linear',
    });
    return found.ok ? of(0, [found.value.effect]) : [];
  },
};

describe('p is below 1 − level exactly where the interval leaves no effect out', () => {
  test.each(Object.entries(METHODS))('%s', (_, method) => {
    let answered = 0;
    const disagreed: unknown[] = [];
    for (let seed = 1; seed <= 60; seed += 1) {
      for (const level of [0.5, 0.8, 0.9, 0.95, 0.99]) {
        for (const { p, low, high, tested } of method(seededDraws(seed), level)) {
          answered += 1;
          if (p < 1 - level !== (low > tested || high < tested)) disagreed.push({ seed, level, p, low, high });
        }
      }
    }
    expect(disagreed).toEqual([]);
    expect(answered).toBeGreaterThan(100);
  });
});
