import { ok, type Result } from '../../shared/result.ts';
import { multinomialLogistic } from '../imputation/multinomial-logistic.ts';
import type { NamedColumn } from '../linear-models/least-squares.ts';
import type { StatisticsRefusal } from '../refusal.ts';

/** Coefficients of a logistic regression of 0 and 1, the intercept first. */
export function logisticModel(
  outcome: Float64Array,
  covariates: readonly NamedColumn[],
): Result<Float64Array, StatisticsRefusal> {
  const x = [new Float64Array(outcome.length).fill(1), ...covariates.map(({ values }) => Float64Array.from(values))];
  const weights = new Float64Array(outcome.length).fill(1);
  return ok(multinomialLogistic({ x, y: Int32Array.from(outcome), weights, levels: 2 }).coefficients);
}
