import { ok, type Result } from '../../shared/result.ts';
import { multinomialLogistic } from '../imputation/multinomial-logistic.ts';
import { leastSquares, type NamedColumn } from '../linear-models/least-squares.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { linearPredictor, withIntercept } from './linear-predictor.ts';

/** A chance of 1e-12 on the scale of logits: beyond it a fit has run away. */
const CERTAIN = 27;

/**
 * Coefficients of a logistic regression of 0 and 1, the intercept first. Refused where `leastSquares` is (a column that is
 * constant or that others give), and where the columns foretell some rows without fail, so that coefficients have no end.
 */
export function logisticModel(
  outcome: Float64Array,
  covariates: readonly NamedColumn[],
): Result<Float64Array, StatisticsRefusal> {
  const line = leastSquares({ outcome, covariates });
  if (!line.ok) return line;
  if (outcome.every((y) => y === outcome[0])) {
    return refuseFor('no-variation', `The outcome is ${outcome[0]} in every row, so nothing foretells it.`);
  }
  const x = withIntercept(covariates, outcome.length);
  const weights = new Float64Array(outcome.length).fill(1);
  const { coefficients } = multinomialLogistic({ x, y: Int32Array.from(outcome), weights, levels: 2 });
  const certain = linearPredictor(x, coefficients).filter((logit) => !(Math.abs(logit) < CERTAIN)).length;
  return certain === 0
    ? ok(coefficients)
    : refuseFor('separation', `The columns foretell ${certain} of ${outcome.length} rows without fail.`);
}
