import { ok, refuse, type Result } from '../../shared/result.ts';
import { faultOfRobustErrors } from '../matrix/fault-of-robust-errors.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { normal } from '../distributions/normal.ts';
import type { Design } from './design.ts';
import type { Family } from './family.ts';
import type { LikelihoodFit } from './likelihood-fit.ts';
import { sandwichOf } from './sandwich-covariance.ts';
import { unstandardised, unstandardisedCovariance } from './units-of-columns.ts';

/**
 * The effect of one column: `ratio` is e^coef (of odds for a logistic, of rates for a count regression), and `low` and
 * `high` are its interval. `z`, `p` and the interval rest on `robustSe` where it is there.
 */
export interface RegressionTerm {
  readonly name: string;
  readonly coef: number;
  readonly se: number;
  readonly robustSe?: number;
  readonly z: number;
  readonly p: number;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface RegressionFit {
  readonly n: number;
  /** The intercept's first. */
  readonly terms: readonly RegressionTerm[];
  readonly coefficients: Float64Array;
  /** Row after row; the inverse of the expected information. */
  readonly covariance: Float64Array;
  readonly robustCovariance: Float64Array | null;
  readonly logLikelihood: number;
  readonly deviance: number;
  /** Of the intercept alone. */
  readonly nullDeviance: number;
  readonly aic: number;
  readonly iterations: number;
}

/** What is asked of the errors. */
export interface ErrorOptions {
  readonly level: number;
  readonly robust: boolean;
  readonly cluster: ArrayLike<number> | undefined;
}

/**
 * The terms and covariances of a fit, in the units of the columns as they were given. Refuses robust errors of nothing.
 */
export function errorsOf(
  design: Design,
  { fit, family }: { readonly fit: LikelihoodFit; readonly family: Family },
  { level, robust, cluster }: ErrorOptions,
): Result<Pick<RegressionFit, 'terms' | 'coefficients' | 'covariance' | 'robustCovariance'>, StatisticsRefusal> {
  const standard = fit.factor.inverse();
  const isRobust = robust || cluster !== undefined;
  const sandwich = isRobust ? sandwichOf(design, { fit, family, covariance: standard, cluster }) : null;
  const coefficients = unstandardised(design, fit.beta);
  const covariance = unstandardisedCovariance(design, standard);
  const robustCovariance = sandwich === null ? null : unstandardisedCovariance(design, sandwich);
  const fault =
    robustCovariance === null ? null : faultOfRobustErrors({ covariance, robustCovariance, cluster, byNormal: true });
  if (fault !== null) return refuse(fault);
  const z = normal.upperQuantile((1 - level) / 2);
  const terms = design.names.map((name, j) => termOf(name, { coefficients, covariance, robustCovariance, j, z }));
  return ok({ terms, coefficients, covariance, robustCovariance });
}

interface TermOf {
  readonly coefficients: Float64Array;
  readonly covariance: Float64Array;
  readonly robustCovariance: Float64Array | null;
  readonly j: number;
  readonly z: number;
}

/** One of the terms of a fit. */
export function termOf(name: string, { coefficients, covariance, robustCovariance, j, z }: TermOf): RegressionTerm {
  const diagonal = j * coefficients.length + j;
  const coef = coefficients[j]!;
  const se = Math.sqrt(covariance[diagonal]!);
  const robustSe = robustCovariance === null ? null : Math.sqrt(robustCovariance[diagonal]!);
  const used = robustSe ?? se;
  return {
    name,
    coef,
    se,
    ...(robustSe === null ? {} : { robustSe }),
    z: coef / used,
    p: 2 * normal.upper(Math.abs(coef / used)),
    ratio: Math.exp(coef),
    low: Math.exp(coef - z * used),
    high: Math.exp(coef + z * used),
  };
}
