import { ok, refuse, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { compactCodes } from '../sorting/compact-codes.ts';
import { laplaceModel, type LaplaceModel } from './laplace-model.ts';
import { logisticRegression, type RegressionOptions } from './logistic-regression.ts';
import { climbSmooth, type Summit } from './climb-smooth.ts';
import { designOf, type Design, type RegressionRows } from './design.ts';
import { termOf, type RegressionTerm } from './regression-fit.ts';
import { standardised, unstandardised, unstandardisedCovariance } from './units-of-columns.ts';

export interface RandomInterceptFit {
  readonly n: number;
  readonly events: number;
  readonly groups: number;
  readonly terms: readonly RegressionTerm[];
  readonly coefficients: Float64Array;
  readonly covariance: Float64Array;
  /** The standard deviation of the groups' intercepts, on the scale of log odds. */
  readonly groupSd: number;
  /** Of Laplace's approximation. */
  readonly logLikelihood: number;
  readonly aic: number;
  /** The likeliest intercept of each group less the common one; groups in the order in which they first appear. */
  readonly groupEffects: Float64Array;
}

/**
 * Logistic regression with an intercept of its own for each group, drawn from a normal distribution:
 *
 *     log(P / (1 − P)) = β₀ + xβ + σ u_g,   u_g ~ N(0, 1)
 *
 * The likelihood is that of Laplace's approximation to the integral over u_g, about each group's likeliest u; β and σ
 * maximise it together, and errors come from its curvature in all of them.
 *
 * Sources: Breslow and Clayton (1993); Bates, Mächler, Bolker and Walker (2015), Fitting linear mixed-effects models
 * using lme4. As glmer(nAGQ = 1). Agreement: at the same β and σ the deviance is lme4's to 1e-9; where lme4's own
 * tolerances are tightened its estimates are these to 1e-6, at its defaults they are a few parts in ten thousand away,
 * with the lower likelihood. Where the groups vary no more than chance, σ is 0 and the model is the plain logistic one.
 * Laplace's approximation is poor for groups of a few rows each, and σ is then too small.
 */
export function randomInterceptLogistic(
  rows: RegressionRows & { readonly group: ArrayLike<number> },
  { level = 0.95, progress = () => true }: Omit<RegressionOptions, 'robust'> = {},
): Result<RandomInterceptFit, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  if (rows.group.length !== rows.outcome.length) {
    return refuseFor(
      'unequal-lengths',
      `group has ${rows.group.length} rows and the outcome has ${rows.outcome.length}.`,
    );
  }
  const plain = logisticRegression({ ...rows, cluster: undefined }, { level, progress });
  if (!plain.ok) return plain;
  const design = designOf(rows);
  if (!design.ok) return design;
  const { codes, count } = compactCodes(rows.group);
  if (count < 2) return refuseFor('no-comparison', 'There is only one group, so groups can’t be seen to vary.');
  if (count === design.value.n)
    return refuseFor('too-few', 'No group has two rows, so groups can’t be told from rows.');
  const model = laplaceModel(design.value, { codes, count });
  const start = standardised(design.value, plain.value.coefficients);
  const found = climbSmooth(model, [...start, 0.5], progress);
  if (!found.ok) return found;
  return ok(fitOf(model, found.value, { level, events: plain.value.events, design: design.value }));
}

interface Reporting {
  readonly level: number;
  readonly events: number;
  readonly design: Design;
}

function fitOf(model: LaplaceModel, summit: Summit, { level, events, design }: Reporting): RandomInterceptFit {
  const size = design.p + 1;
  const sigma = summit.parameters[size]!;
  const whole = summit.factor.inverse();
  const ofEffects = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) {
    ofEffects.set(whole.subarray(row * (size + 1), row * (size + 1) + size), row * size);
  }
  const coefficients = unstandardised(design, summit.parameters.subarray(0, size));
  const covariance = unstandardisedCovariance(design, ofEffects);
  const z = normal.upperQuantile((1 - level) / 2);
  model.at(summit.parameters);
  return {
    n: design.n,
    events,
    groups: model.modes.length,
    terms: design.names.map((name, j) => termOf(name, { coefficients, covariance, robustCovariance: null, j, z })),
    coefficients,
    covariance,
    groupSd: Math.abs(sigma) < NO_SPREAD ? 0 : Math.abs(sigma),
    logLikelihood: summit.height,
    aic: 2 * (size + 1) - 2 * summit.height,
    groupEffects: model.modes.map((mode) => sigma * mode),
  };
}

/** A standard deviation below this is what rounding leaves of none. */
const NO_SPREAD = 1e-6;
