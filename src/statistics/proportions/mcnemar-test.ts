import { ok, type Result } from '../../shared/result.ts';
import { chiSquared } from '../distributions/chi-squared.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { binomialTwoSided } from './binomial-test.ts';

/**
 * McNemar's test that pairs change in one direction as often as in the other, from the b pairs that changed one way and
 * the c that changed the other: (b − c)² / (b + c), chi-squared with one degree of freedom.
 *
 * Source: McNemar (1947). Methods: `plain` as above (the default); `continuity`, (|b − c| − 1)² / (b + c), as R's
 * mcnemar.test by default; `exact`, b of b + c at probability ½, which has no statistic.
 */
export function mcnemarTest(
  { b, c }: { readonly b: number; readonly c: number },
  method: 'plain' | 'continuity' | 'exact' = 'plain',
): Result<{ readonly chiSquared: number | null; readonly p: number }, StatisticsRefusal> {
  if (![b, c].every((count) => Number.isInteger(count) && count >= 0)) {
    return refuseFor('out-of-range', `${b} and ${c} are no counts of pairs.`);
  }
  if (b + c === 0) return refuseFor('no-events', 'No pair changed, so there is nothing to compare.');
  if (method === 'exact') return ok({ chiSquared: null, p: binomialTwoSided({ events: b, n: b + c }, 0.5) });
  const difference = Math.abs(b - c) - (method === 'continuity' ? 1 : 0);
  const statistic = b === c ? 0 : difference ** 2 / (b + c);
  return ok({ chiSquared: statistic, p: chiSquared(1).upper(statistic) });
}
