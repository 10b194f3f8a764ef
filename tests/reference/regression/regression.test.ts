import { describe, expect, test } from 'vitest';
import {
  logisticRegression,
  negativeBinomialRegression,
  poissonRegression,
  randomInterceptLogistic,
  type RegressionFit,
  type RegressionRows,
} from '../../../src/statistics/index.ts';
import { designOf } from '../../../src/statistics/regression/design.ts';
import { laplaceModel } from '../../../src/statistics/regression/laplace-model.ts';
import { compactCodes } from '../../../src/statistics/sorting/compact-codes.ts';
import { readFileSync } from 'node:fs';
import { expectAgreement, readReference, sharedFile, valueOf } from '../agreement.ts';

interface Columns {
  readonly [column: string]: readonly number[];
}

const r = readReference('regression') as {
  readonly data: Columns;
  readonly mixed: {
    readonly coef: number[];
    readonly se: number[];
    groupSd: number;
    loglik: number;
    effects: number[];
  };
  readonly mixedDeviance: { readonly at: readonly number[]; readonly value: number };
  readonly [fit: string]: unknown;
};
const { data } = r;
const { weight, group } = data as { weight: readonly number[]; group: readonly number[] };
const offset = data['time']!.map(Math.log);

function rowsOf(outcome: string, covariates: readonly string[], more: Partial<RegressionRows> = {}): RegressionRows {
  return { outcome: data[outcome]!, covariates: covariates.map((name) => ({ name, values: data[name]! })), ...more };
}

/** A fit as R's script writes it. */
function asWritten(fit: RegressionFit) {
  const { terms, logLikelihood, deviance, nullDeviance, aic } = fit;
  return {
    ...fit,
    coef: terms.map(({ coef }) => coef),
    se: terms.map(({ se }) => se),
    robustSe: fit.robustCovariance && terms.map(({ robustSe }) => robustSe),
    z: terms.map(({ z }) => z),
    p: terms.map(({ p }) => p),
    loglik: logLikelihood,
    deviance,
    nullDeviance,
    aic,
  };
}

describe('agrees with R', () => {
  const four = ['rare', 'age', 'year', 'income'];

  test('logistic regression, with columns far from zero and of a thousand times each other’s size', () => {
    expectAgreement(asWritten(valueOf(logisticRegression(rowsOf('y', four)))), r['logistic'], 1e-8);
  });

  test('logistic regression with sandwich errors, by row and by cluster', () => {
    const robust = valueOf(logisticRegression(rowsOf('y', four), { robust: true }));
    expectAgreement(asWritten(robust), r['logisticRobust'], 1e-8);
    const clustered = valueOf(logisticRegression(rowsOf('y', four, { cluster: group })));
    expectAgreement(asWritten(clustered), r['logisticClustered'], 1e-8);
  });

  test('weighted logistic regression', () => {
    const fit = valueOf(logisticRegression(rowsOf('y', ['rare', 'age'], { weight }), { robust: true }));
    expectAgreement(asWritten(fit), r['logisticWeighted'], 1e-8);
  });

  test('Poisson regression with time at risk, with errors by cluster too', () => {
    expectAgreement(
      asWritten(valueOf(poissonRegression(rowsOf('count', ['rare', 'age'], { offset })))),
      r['poisson'],
      1e-8,
    );
    const clustered = valueOf(poissonRegression(rowsOf('count', ['rare', 'age'], { offset, cluster: group })));
    expectAgreement(asWritten(clustered), r['poissonClustered'], 1e-8);
  });

  // glm.nb stops looking for θ at 1e-4 of it in each turn; its θ is a turn behind, and the error of θ one more.
  test.each([
    ['time at risk', 'negativeBinomial', { offset }],
    ['weights', 'negativeBinomialWeighted', { weight }],
  ] as const)('negative binomial regression with %s', (_, name, more) => {
    const fit = valueOf(negativeBinomialRegression(rowsOf('count', ['rare', 'age'], more)));
    const { thetaSe, ...rest } = r[name] as { thetaSe: number };
    expectAgreement(asWritten(fit), rest, 1e-8);
    expectAgreement(fit.thetaSe, thetaSe, 1e-5);
  });
});

describe('random-intercept logistic regression agrees with lme4', () => {
  const rows = { ...rowsOf('y', ['rare', 'scaled']), group };

  test('in the deviance at given parameters, to 1e-9', () => {
    const design = valueOf(designOf(rows));
    const [sigma, intercept, rare, scaled] = r.mixedDeviance.at as readonly [number, number, number, number];
    const slopes = [rare * design.spreads[0]!, scaled * design.spreads[1]!];
    const shift = rare * design.means[0]! + scaled * design.means[1]!;
    const { height } = laplaceModel(design, compactCodes(group)).at(
      Float64Array.of(intercept + shift, ...slopes, sigma),
    );
    expectAgreement(-2 * height, r.mixedDeviance.value, 1e-9);
  });

  // With lme4's own tolerances tightened; at its defaults its estimates are up to 4e-4 away, and less likely.
  test('in estimates, errors and groups to 3e-6', () => {
    const fit = valueOf(randomInterceptLogistic(rows));
    const { mixed } = r;
    const ours = {
      coef: fit.terms.map(({ coef }) => coef),
      groupSd: fit.groupSd,
      effects: fit.groupEffects,
    };
    expectAgreement(ours, { coef: mixed.coef, groupSd: mixed.groupSd, effects: mixed.effects }, 3e-6);
    expectAgreement(fit.logLikelihood, mixed.loglik, 1e-10);
    // lme4 takes second differences of the deviance; here first differences of its slope are taken.
    expectAgreement(
      fit.terms.map(({ se }) => se),
      mixed.se,
      1e-5,
    );
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(mixed.loglik - 1e-9);
  });
});

const file = sharedFile('lalonde/expected_results_R.json');

describe.skipIf(file === null)('the data kept beside the project (skipped where ../shared/data is not there)', () => {
  test('propensity scores of job training', () => {
    const lines = readFileSync(sharedFile('lalonde/MatchIt_lalonde.csv')!, 'utf8').trim().split(/\r?\n/);
    const [header, ...rows] = lines.map((line) => line.replaceAll('"', '').split(','));
    const text = (name: string) => rows.map((row) => row[header!.indexOf(name)]!);
    const number = (name: string) => ({ name, values: text(name).map(Number) });
    const race = (level: string) => ({
      name: `race${level}`,
      values: text('race').map((of) => (of === level ? 1 : 0)),
    });
    const covariates = [
      number('age'),
      number('educ'),
      race('hispan'),
      race('white'),
      ...['married', 'nodegree', 're74', 're75'].map(number),
    ];
    const fit = valueOf(logisticRegression({ outcome: number('treat').values, covariates }));
    const expected = JSON.parse(readFileSync(file!, 'utf8')) as {
      lalonde_matchit: { ps_logit_coef: { readonly [name: string]: number } };
    };
    // They were written with eleven figures, and by a glm that stopped earlier.
    const ours = Object.fromEntries(fit.terms.map(({ name, coef }) => [name, coef]));
    expectAgreement(ours, expected.lalonde_matchit.ps_logit_coef, 1e-6);
  });
});
