import { ok, refuse, type Result } from '../../shared/result.ts';
import { studentT } from '../distributions/student-t.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

export interface RubinInput {
  /** One estimate from each completed data set, on a scale where errors are near normal (a log odds ratio, not the ratio). */
  readonly estimates: readonly number[];
  readonly standardErrors: readonly number[];
  /** What the degrees of freedom would be with nothing missing; infinitely many where it is left out. */
  readonly completeDegreesOfFreedom?: number;
  /** 0.95 where it is left out. */
  readonly level?: number;
}

export interface PooledEstimate {
  readonly imputations: number;
  readonly estimate: number;
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  readonly statistic: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
  /** Mean of the squared standard errors, and variance of the estimates. */
  readonly within: number;
  readonly between: number;
  /** Of the variance, the share that is there because something is missing. */
  readonly fractionMissing: number;
}

/**
 * One answer from several imputed data sets.
 *
 *   estimate = mean of the estimates q,   total variance T = W + (1 + 1/m) B,   W = mean of u²,   B = Σ (q − mean)² / (m − 1)
 *   λ = (1 + 1/m) B / T;   degrees of freedom ν = 1 / (1/ν_m + 1/ν_obs),   ν_m = (m − 1) / λ²,
 *   ν_obs = (ν₀ + 1) / (ν₀ + 3) ν₀ (1 − λ),  ν₀ those of complete data
 *   fraction of missing information = (r + 2 / (ν + 3)) / (r + 1),   r = (1 + 1/m) B / W
 *
 * Sources: D. Rubin, Multiple Imputation for Nonresponse in Surveys, 1987; J. Barnard and D. Rubin, Biometrika 86, 1999,
 * 948-955. As R's `mice::pool.scalar`, which besides takes λ for at least 0.0001.
 * Refuses fewer than two imputations, and an estimate or a standard error that is none.
 */
export function rubinsRules(input: RubinInput): Result<PooledEstimate, StatisticsRefusal> {
  const { estimates, standardErrors, completeDegreesOfFreedom = Infinity, level = 0.95 } = input;
  const fault = faultOfLevel(level);
  if (fault !== null) return refuse(fault);
  const m = estimates.length;
  if (m < 2) return refuseFor('too-few', `Spread between imputations needs two of them at least; there are ${m}.`);
  if (standardErrors.length !== m) {
    return refuseFor('unequal-lengths', `There are ${m} estimates and ${standardErrors.length} standard errors.`);
  }
  const at = estimates.findIndex((estimate, k) => !Number.isFinite(estimate) || !(standardErrors[k]! > 0));
  if (at !== -1) {
    return refuseFor(
      'not-a-number',
      `Imputation ${at + 1} has the estimate ${estimates[at]} with standard error ${standardErrors[at]}.`,
    );
  }
  const estimate = estimates.reduce((sum, q) => sum + q, 0) / m;
  const within = standardErrors.reduce((sum, u) => sum + u ** 2, 0) / m;
  const between = estimates.reduce((sum, q) => sum + (q - estimate) ** 2, 0) / (m - 1);
  const extra = (1 + 1 / m) * between;
  const total = within + extra;
  const standardError = Math.sqrt(total);
  const degreesOfFreedom = degreesFrom(extra / total, m, completeDegreesOfFreedom);
  const reference = studentT(degreesOfFreedom);
  const reach = reference.upperQuantile((1 - level) / 2) * standardError;
  const statistic = estimate / standardError;
  const r = extra / within;
  return ok({
    imputations: m,
    estimate,
    standardError,
    degreesOfFreedom,
    statistic,
    p: 2 * reference.upper(Math.abs(statistic)),
    low: estimate - reach,
    high: estimate + reach,
    within,
    between,
    fractionMissing: (r + 2 / (degreesOfFreedom + 3)) / (r + 1),
  });
}

function degreesFrom(lambda: number, m: number, complete: number): number {
  const ofImputations = lambda === 0 ? Infinity : (m - 1) / lambda ** 2;
  if (complete === Infinity) return ofImputations;
  const observed = ((complete + 1) / (complete + 3)) * complete * (1 - lambda);
  return 1 / (1 / ofImputations + 1 / observed);
}
