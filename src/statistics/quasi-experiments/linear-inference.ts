import { ok, refuse, type Result } from '../../shared/result.ts';
import { studentT } from '../distributions/student-t.ts';
import { clusteredCovariance } from '../linear-models/clustered-covariance.ts';
import type { LinearFit } from '../linear-models/least-squares.ts';
import { robustCovariance } from '../linear-models/robust-covariance.ts';
import { termOf, type Term } from '../linear-models/term.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

/** Coefficients of a fit as terms, by their place in it. */
export interface LinearInference {
  readonly term: (at: number) => Term;
  readonly covariance: Float64Array;
  /** Of Student's t: rows less coefficients, or clusters less one. */
  readonly degreesOfFreedom: number;
  readonly clusters: number | null;
}

export interface InferenceChoice {
  /** Which rows go together. Each by itself where it is left out. */
  readonly clusters?: ArrayLike<number | string>;
  /** 0.95 where it is left out. */
  readonly level?: number;
}

/** Errors robust to unequal variance (HC1), or to anything within clusters; Student's t. */
export function linearInference(
  fit: LinearFit,
  { clusters, level = 0.95 }: InferenceChoice,
): Result<LinearInference, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault !== null) return refuse(fault);
  if (fit.degreesOfFreedom < 1) {
    return refuseFor('too-few', `${fit.residuals.length} rows are all used up by ${fit.names.length} coefficients.`);
  }
  if (clusters === undefined) {
    return ok(
      inferenceBy(fit, {
        covariance: robustCovariance(fit, 'hc1'),
        degreesOfFreedom: fit.degreesOfFreedom,
        level,
      }),
    );
  }
  const clustered = clusteredCovariance(fit, clusters);
  if (!clustered.ok) return clustered;
  const { covariance, clusters: count } = clustered.value;
  return ok({ ...inferenceBy(fit, { covariance, degreesOfFreedom: count - 1, level }), clusters: count });
}

/** The same from a covariance that is there already. */
export function inferenceBy(
  fit: LinearFit,
  given: { readonly covariance: Float64Array; readonly degreesOfFreedom: number; readonly level: number },
): LinearInference {
  const { covariance, degreesOfFreedom, level } = given;
  const reference = studentT(degreesOfFreedom);
  const p = fit.names.length;
  const term = (at: number) => termOf(fit.coefficients[at]!, Math.sqrt(covariance[at * p + at]!), { reference, level });
  return { term, covariance, degreesOfFreedom, clusters: null };
}
