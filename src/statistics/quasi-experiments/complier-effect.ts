import { ok, type Result } from '../../shared/result.ts';
import { studentT } from '../distributions/student-t.ts';
import { leastSquares, type LinearFit, type NamedColumn } from '../linear-models/least-squares.ts';
import { crossProducts, sandwich, scoresOf } from '../linear-models/sandwich.ts';
import type { Term } from '../linear-models/term.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { andersonRubinSet, type AndersonRubinSet } from './anderson-rubin-set.ts';
import { linearInference, type InferenceChoice } from './linear-inference.ts';

export interface ComplierEffectTask {
  readonly outcome: ArrayLike<number>;
  /** What was received: 0 or 1, or how much of it. */
  readonly received: ArrayLike<number>;
  /** What was assigned: 0 or 1, by chance. */
  readonly assigned: ArrayLike<number>;
  /** Known before assignment. */
  readonly covariates?: readonly NamedColumn[];
  /** 0.95 where it is left out. */
  readonly level?: number;
}

export interface ComplierEffect {
  /** Of receipt, among those who receive because they were assigned; in units of the outcome. */
  readonly effect: Term;
  /** Of assignment on the outcome, whatever was received. */
  readonly intentionToTreat: Term;
  /** Of assignment on receipt: where both are 0 or 1, the share of compliers. */
  readonly compliance: Term;
  /** Robust F of compliance; below some ten `effect` misleads and `weakProof` should be read instead. */
  readonly complianceF: number;
  /** The effects that the data do not exclude, however weak compliance is. */
  readonly weakProof: AndersonRubinSet;
  readonly rows: number;
  readonly degreesOfFreedom: number;
}

/**
 * The effect of what was received when what was assigned was not always followed.
 *
 *   effect = effect of assignment on the outcome / effect of assignment on receipt        (Wald)
 *
 * with covariates, two-stage least squares: receipt is replaced by what assignment and covariates foretell of it.
 * It holds if assignment was by chance, acts through receipt alone, and makes nobody do the opposite; and it is about
 * compliers, who can't be pointed at. Comparing by what was received, or leaving out who did not follow, undoes the chance.
 * Sources: G. Imbens and J. Angrist, Econometrica 62, 1994, 467-475; J. Angrist, "Instrumental variables methods in
 * experimental criminological research", Journal of Experimental Criminology 2, 2006, 23-44.
 * Choices: HC1 errors with Student's t on n − p degrees; the set by Anderson and Rubin beside the interval.
 * Refuses where assignment does not move receipt at all.
 */
export function complierEffect(task: ComplierEffectTask): Result<ComplierEffect, StatisticsRefusal> {
  const { outcome, received, covariates = [] } = task;
  const choice: InferenceChoice = task.level === undefined ? {} : { level: task.level };
  const assigned = { name: 'assigned', values: task.assigned };
  const reduced = leastSquares({ outcome, covariates: [assigned, ...covariates] });
  if (!reduced.ok) return reduced;
  const first = leastSquares({ outcome: received, covariates: [assigned, ...covariates] });
  if (!first.ok) return first;
  const second = leastSquares({
    outcome,
    covariates: [{ name: 'foretold receipt', values: first.value.fitted }, ...covariates],
  });
  if (!second.ok) {
    return refuseFor('singular-design', 'Assignment does not move receipt, so there is nobody whom it made receive.');
  }
  const effect = linearInference(asReceived(second.value, received, outcome), choice);
  const intentionToTreat = linearInference(reduced.value, choice);
  const compliance = linearInference(first.value, choice);
  if (!effect.ok) return effect;
  if (!intentionToTreat.ok) return intentionToTreat;
  if (!compliance.ok) return compliance;
  const { degreesOfFreedom } = effect.value;
  return ok({
    effect: effect.value.term(1),
    intentionToTreat: intentionToTreat.value.term(1),
    compliance: compliance.value.term(1),
    complianceF: compliance.value.term(1).statistic ** 2,
    weakProof: andersonRubinSet({
      onOutcome: intentionToTreat.value.term(1),
      onReceipt: compliance.value.term(1),
      covariance: jointCovariance(reduced.value, first.value),
      quantile: studentT(degreesOfFreedom).upperQuantile((1 - (task.level ?? 0.95)) / 2),
    }),
    rows: outcome.length,
    degreesOfFreedom,
  });
}

/** The second stage with residuals of what was received in truth, not of what was foretold: those the errors are made of. */
function asReceived(fit: LinearFit, received: ArrayLike<number>, outcome: ArrayLike<number>): LinearFit {
  const foretold = fit.columns[1]!;
  const fitted = fit.fitted.map((value, row) => value + fit.coefficients[1]! * (received[row]! - foretold[row]!));
  return { ...fit, fitted, residuals: fitted.map((value, row) => outcome[row]! - value) };
}

/** HC1 covariance between the coefficient of assignment in one regression and in another of the same columns. */
function jointCovariance(one: LinearFit, other: LinearFit): number {
  const p = one.names.length;
  const n = one.residuals.length;
  // Σ e₁ e₂ x x' is a quarter of what the sum of residuals gives less what their difference gives.
  const products = (sign: number) => {
    const residuals = one.residuals.map((residual, row) => residual + sign * other.residuals[row]!);
    return crossProducts(scoresOf({ ...one, residuals }));
  };
  const difference = products(-1);
  const filling = products(1).map((value, at) => (value - difference[at]!) / 4);
  return (sandwich(one.unscaledCovariance, filling, p)[p + 1]! * n) / (n - p);
}
