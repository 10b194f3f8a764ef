import { ok, refuse, type Result } from '../../shared/result.ts';
import { chiSquared } from '../distributions/chi-squared.ts';
import { normal } from '../distributions/normal.ts';
import { factorise } from '../matrix/cholesky.ts';
import { faultOfRobustErrors } from '../matrix/fault-of-robust-errors.ts';
import { dot } from '../matrix/product.ts';
import type { ChiSquaredTest } from '../proportions/chi-squared-test.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import type { Progress } from '../regression/likelihood-fit.ts';
import { termOf } from '../regression/regression-fit.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { hasFractions } from '../weighting/counted-rows.ts';
import { climbPartialLikelihood } from './climb-partial-likelihood.ts';
import { robustCovariance } from './robust-covariance.ts';
import type { CoxRows, SortedCox } from './cox-rows.ts';
import { sortCox } from './sort-cox.ts';
import type { Ties } from './risk-sets.ts';

export interface CoxOptions {
  readonly ties?: Ties;
  readonly level?: number;
  /**
   * Robust errors, by row; rows with a `cluster` get them by cluster whether this is set or not. Where it is left out,
   * weights that are no whole numbers get them too, as from R's coxph.
   */
  readonly robust?: boolean;
  readonly progress?: Progress;
}

/** The effect of one column. `z`, `p` and the interval rest on `robustSe` where it is there. */
export interface CoxTerm {
  readonly name: string;
  readonly coef: number;
  readonly se: number;
  readonly robustSe?: number;
  readonly z: number;
  readonly p: number;
  readonly hazardRatio: number;
  readonly low: number;
  readonly high: number;
}

export interface CoxFit {
  readonly n: number;
  readonly events: number;
  readonly ties: Ties;
  readonly iterations: number;
  readonly terms: readonly CoxTerm[];
  readonly coefficients: Float64Array;
  /** Row after row; the inverse of the information. */
  readonly covariance: Float64Array;
  readonly robustCovariance: Float64Array | null;
  /** The log partial likelihood without effects, and with those estimated. */
  readonly logLikelihood: { readonly none: number; readonly fitted: number };
  readonly likelihoodRatioTest: ChiSquaredTest;
  readonly waldTest: ChiSquaredTest;
  readonly scoreTest: ChiSquaredTest;
  /** The rows as they were walked through, for what is asked of a fit afterwards. */
  readonly sorted: SortedCox;
}

/**
 * Cox's proportional hazards model: at each time somebody has the event, the chance that it is they and not another of
 * those at risk is e^(xβ) over the sum of theirs. β has the largest product of these chances:
 *
 *     log L = Σ events [ xβ − log Σ at risk e^(xβ) ]
 *
 * Sources: Cox (1972); ties by Efron (1977), the default, or Breslow (1974); counting-process form, strata and clusters
 * as Therneau and Grambsch (2000), Modeling Survival Data. As R's coxph. Choices: Newton's method from β = 0, halving a
 * step that does not climb, until a step would change β by less than a thousand-millionth of its standard error, which
 * is tighter than coxph's default, so that the two agree to what coxph leaves. Where the likelihood goes on rising
 * while some effects run away, they have no finite estimate, and the fit is refused.
 */
export function cox(rows: CoxRows, options: CoxOptions = {}): Result<CoxFit, StatisticsRefusal> {
  const { ties = 'efron', level = 0.95, progress = () => true } = options;
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  const sorted = sortCox(rows);
  if (!sorted.ok) return sorted;
  const climbed = climbPartialLikelihood(sorted.value, ties, progress);
  if (!climbed.ok) return climbed;
  const { beta, factor, fitted, none, scoreStatistic, iterations } = climbed.value;
  const covariance = factor.inverse();
  const isRobust = (options.robust ?? hasFractions(rows.weight)) || rows.cluster !== undefined;
  const robust = isRobust ? robustCovariance(sorted.value, { beta, ties, covariance }) : null;
  const weak =
    robust === null
      ? null
      : faultOfRobustErrors({
          covariance,
          robustCovariance: robust,
          cluster: sorted.value.cluster?.codes,
          byNormal: true,
        });
  if (weak !== null) return refuse(weak);
  const df = beta.length;
  const used = robust ?? covariance;
  const wald = factorise(used, df);
  const test = (statistic: number): ChiSquaredTest => ({
    chiSquared: statistic,
    df,
    p: chiSquared(df).upper(Math.max(0, statistic)),
  });
  return ok({
    n: sorted.value.n,
    events: sorted.value.events,
    ties,
    iterations,
    terms: termsOf(sorted.value.names, { beta, covariance, robust, z: normal.upperQuantile((1 - level) / 2) }),
    coefficients: beta,
    covariance,
    robustCovariance: robust,
    logLikelihood: { none, fitted },
    likelihoodRatioTest: test(2 * (fitted - none)),
    // Fewer clusters than effects leave no joint test.
    waldTest: test(wald.deficient.length > 0 ? Number.NaN : dot(beta, wald.solve(beta))),
    scoreTest: test(scoreStatistic),
    sorted: sorted.value,
  });
}

interface Estimates {
  readonly beta: Float64Array;
  readonly covariance: Float64Array;
  readonly robust: Float64Array | null;
  readonly z: number;
}

function termsOf(names: readonly string[], { beta, covariance, robust, z }: Estimates): CoxTerm[] {
  return names.map((name, j) => {
    const estimates = { coefficients: beta, covariance, robustCovariance: robust, j, z };
    const { ratio: hazardRatio, low, high, ...term } = termOf(name, estimates);
    return { ...term, hazardRatio, low, high };
  });
}
