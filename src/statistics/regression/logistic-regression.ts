import { ok, refuse, type Result } from '../../shared/result.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { countedRows, designOf, interceptOnly, type RegressionRows } from './design.ts';
import { hasFractions } from '../weighting/counted-rows.ts';
import { logisticFamily } from './family.ts';
import { fitLikelihood, startOf, type Progress } from './likelihood-fit.ts';
import { errorsOf, type RegressionFit } from './regression-fit.ts';

export interface RegressionOptions {
  readonly level?: number;
  /**
   * Sandwich errors, by row; rows with a `cluster` get them by cluster whether this is set or not. Where it is left out,
   * weights that are no whole numbers get them too.
   */
  readonly robust?: boolean;
  readonly progress?: Progress;
}

export interface LogisticFit extends RegressionFit {
  readonly events: number;
}

/**
 * Logistic regression of an outcome that is 0 or 1: log(P / (1 − P)) = β₀ + xβ. `ratio` is an odds ratio.
 *
 * Sources: Cox (1958), The regression analysis of binary sequences; the fit is likelihood-fit.ts. As R's
 * glm(family = binomial).
 */
export function logisticRegression(
  given: RegressionRows,
  { level = 0.95, robust = hasFractions(given.weight), progress = () => true }: RegressionOptions = {},
): Result<LogisticFit, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  const counted = countedRows(given);
  if (!counted.ok) return counted;
  const rows = counted.value;
  const design = designOf(rows);
  if (!design.ok) return design;
  const { y, n } = design.value;
  let events = 0;
  for (let row = 0; row < n; row += 1) {
    if (y[row] !== 0 && y[row] !== 1) {
      return refuseFor('out-of-range', `The outcome of row ${row + 1} is ${y[row]}; it must be 0 or 1.`);
    }
    events += y[row]!;
  }
  if (events === 0) return refuseFor('no-events', 'Nobody had the outcome, so nothing foretells it.');
  if (events === n) return refuseFor('no-variation', 'Everybody had the outcome, so nothing foretells it.');
  const start = startOf(design.value, logisticFamily);
  const fit = fitLikelihood(design.value, logisticFamily, { start, progress });
  if (!fit.ok) return fit;
  const none = fitLikelihood(interceptOnly(design.value), logisticFamily, { start: start.subarray(0, 1) });
  if (!none.ok) return none;
  const { logLikelihood, iterations } = fit.value;
  const options = { level, robust, cluster: rows.cluster };
  const errors = errorsOf(design.value, { fit: fit.value, family: logisticFamily }, options);
  if (!errors.ok) return errors;
  return ok({
    n,
    events,
    ...errors.value,
    logLikelihood,
    deviance: -2 * logLikelihood,
    nullDeviance: -2 * none.value.logLikelihood,
    aic: 2 * (design.value.p + 1) - 2 * logLikelihood,
    iterations,
  });
}
