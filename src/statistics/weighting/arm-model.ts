import { ok, type Result } from '../../shared/result.ts';
import { leastSquares } from '../linear-models/least-squares.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { logisticRegression } from '../regression/logistic-regression.ts';
import type { ReadEffectTask } from './effect-task.ts';
import { linearPredictor, logisticCurve, withIntercept } from './linear-predictor.ts';
import type { FittedModel } from './score-influence.ts';

export type OutcomeModel = 'linear' | 'logistic';

/** What the outcome would be in one arm, foretold for every row from those in it. */
export interface ArmModel {
  readonly means: Float64Array;
  /** Derivative of each mean by x·b. */
  readonly slopes: Float64Array;
  readonly fitted: FittedModel;
}

/** Fits the outcome among the rows of one arm (1 treated, 0 controls) and foretells it for all. */
export function armModel(
  { outcome, treated, columns: covariates }: ReadEffectTask,
  arm: 0 | 1,
  kind: OutcomeModel,
): Result<ArmModel, StatisticsRefusal> {
  if (kind === 'logistic' && !outcome.every((y) => y === 0 || y === 1)) {
    return refuseFor('out-of-range', 'A logistic outcome model is for outcomes of 0 and 1.');
  }
  const rows = Int32Array.from(outcome.keys()).filter((row) => treated[row] === arm);
  const pick = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row]!);
  const picked = covariates.map(({ name, values }) => ({ name, values: pick(values) }));
  const task = { outcome: pick(outcome), covariates: picked };
  const coefficients = coefficientsOf(kind === 'linear' ? leastSquares(task) : logisticRegression(task));
  if (!coefficients.ok) {
    const { code, message } = coefficients.refusal;
    return refuseFor(code, `The outcome model of the ${arm === 1 ? 'treated rows' : 'controls'}: ${message}`);
  }
  const columns = withIntercept(covariates, outcome.length);
  const predictor = linearPredictor(columns, coefficients.value);
  const means = kind === 'linear' ? predictor : predictor.map(logisticCurve);
  const slopes = means.map((mean) => (kind === 'linear' ? 1 : mean * (1 - mean)));
  const inArm = (values: Float64Array) => values.map((value, row) => (treated[row] === arm ? value : 0));
  const residuals = inArm(outcome.map((y, row) => y - means[row]!));
  return ok({ means, slopes, fitted: { columns, residuals, slopes: inArm(slopes) } });
}

function coefficientsOf(fit: Result<{ readonly coefficients: Float64Array }, StatisticsRefusal>) {
  return fit.ok ? ok(fit.value.coefficients) : fit;
}
