import { ok, type Result } from '../../shared/result.ts';
import type { NamedColumn } from '../linear-models/least-squares.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { INTERCEPT } from '../regression/design.ts';
import { logisticRegression } from '../regression/logistic-regression.ts';
import { linearPredictor, logisticCurve, withIntercept } from './linear-predictor.ts';
import type { FittedModel } from './score-influence.ts';

export interface PropensityModel {
  /** The intercept's first. */
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  /** The chance of treatment given the covariates, by row. */
  readonly scores: Float64Array;
  /** Its logit: what calipers are best measured on. */
  readonly logits: Float64Array;
  readonly fitted: FittedModel;
}

/**
 * Propensity scores: the chance of treatment given what was known before it, by logistic regression.
 *
 *   ln (e / (1 − e)) = b₀ + b·x
 *
 * Source: P. Rosenbaum and D. Rubin, Biometrika 70, 1983, 41-55. Rows must be complete; a column of text is given as one
 * column of 0 and 1 for each level but the first. Refused where the regression is: with separation, somebody's treatment
 * was certain and there is nobody to compare them with.
 */
export function propensityModel(
  covariates: readonly NamedColumn[],
  treated: ArrayLike<number>,
): Result<PropensityModel, StatisticsRefusal> {
  const arms = Float64Array.from(treated);
  const model = logisticRegression({ outcome: arms, covariates });
  if (!model.ok) return model;
  const { coefficients } = model.value;
  const columns = withIntercept(covariates, arms.length);
  const logits = linearPredictor(columns, coefficients);
  const scores = logits.map(logisticCurve);
  return ok({
    names: [INTERCEPT, ...covariates.map(({ name }) => name)],
    coefficients,
    scores,
    logits,
    fitted: {
      columns,
      residuals: arms.map((arm, row) => arm - scores[row]!),
      slopes: scores.map((score) => score * (1 - score)),
    },
  });
}
