import { refuse, type Result } from '../../shared/result.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { climbPenalised, type FirthFit } from './climb-penalised.ts';
import { countDesign } from './count-rows.ts';
import { countedRows, type RegressionRows } from './design.ts';
import { poissonFamily } from './family.ts';
import { startOf } from './likelihood-fit.ts';

/**
 * Poisson regression whose rate ratios are finite even where a group has no event: the likelihood times the root of the
 * information's determinant, Jeffreys' prior, so that with leverages h the score is
 *
 *     Σ w (y − μ) x  +  Σ ½ h x
 *
 * Sources: D. Firth, Biometrika 80, 1993, 27-38; I. Kosmidis and D. Firth, Biometrika 96, 2009, 793-804. As R's brglm2
 * (`family = poisson, type = "AS_mean"`). One group beside an intercept adds half an event to each. Errors are the model's
 * own, by the normal distribution; errors by cluster are not to be had, and are refused.
 */
export function firthPoisson(
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
  const counts = countDesign(rows.value);
  if (!counts.ok) return counts;
  const { design, events } = counts.value;
  const penalty = { family: poissonFamily, pull: () => 0.5, start: startOf(design, poissonFamily) };
  return climbPenalised(design, penalty, { level, events });
}
