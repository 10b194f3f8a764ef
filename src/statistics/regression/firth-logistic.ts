import { refuse, type Result } from '../../shared/result.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { climbPenalised, type FirthFit } from './climb-penalised.ts';
import { countedRows, designOf, type RegressionRows } from './design.ts';
import { logisticFamily } from './family.ts';

/**
 * Logistic regression whose effects are finite even where columns foretell the outcome without fail (separation): the
 * likelihood times the root of the information's determinant, Jeffreys' prior, so that with leverages h the score is
 *
 *     Σ w (y − π) x  +  Σ h (½ − π) x
 *
 * Sources: D. Firth, Biometrika 80, 1993, 27-38; G. Heinze and M. Schemper, Statistics in Medicine 21, 2002, 2409-2419.
 * As R's brglm2 (`type = "AS_mean"`). It is also less biased than the plain fit where rows are few. Choice: Wald errors,
 * p and intervals by the normal distribution, so that p and interval agree; under separation the likelihood is lopsided
 * and they are rough: read them as "of this size or more". Errors by cluster are not to be had, and are refused.
 */
export function firthLogistic(
  given: RegressionRows,
  { level = 0.95 }: { readonly level?: number } = {},
): Result<FirthFit, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  if (given.cluster !== undefined) {
    return refuseFor('not-defined', 'The penalised fit has no errors by cluster; leave the cluster out.');
  }
  const rows = countedRows(given);
  if (!rows.ok) return rows;
  const made = designOf(rows.value);
  if (!made.ok) return made;
  const design = made.value;
  const wrong = design.y.findIndex((value) => value !== 0 && value !== 1);
  if (wrong >= 0) return refuseFor('out-of-range', `The outcome of row ${wrong + 1} is ${design.y[wrong]}; it must be 0 or 1.`); // prettier-ignore
  const events = design.y.reduce((sum, value) => sum + value, 0);
  if (events === 0) return refuseFor('no-events', 'Nobody had the outcome, so nothing foretells it.');
  if (events === design.n) return refuseFor('no-variation', 'Everybody had the outcome, so nothing foretells it.');
  const penalty = {
    family: logisticFamily,
    pull: (eta: number) => 0.5 - 1 / (1 + Math.exp(-eta)),
    start: new Float64Array(design.p + 1),
  };
  return climbPenalised(design, penalty, { level, events });
}
