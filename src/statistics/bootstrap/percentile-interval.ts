import { ok, refuse, type Result } from '../../shared/result.ts';
import { faultOfLevel, type Interval } from '../proportions/arm.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { replicateQuantile, sortedReplicates } from './replicate-quantile.ts';

/**
 * The middle of the resampled statistics: its ends are their (1 ± level) / 2 quantiles.
 *
 * Source: B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13. Quantiles as R's boot takes
 * them (`replicateQuantile`). Infinite replicates keep their place at the end; those without a value are left out, and
 * the interval is refused where they are more than one in a hundred, or where the replicates are too few for its ends.
 */
export function percentileInterval(replicates: Float64Array, level = 0.95): Result<Interval, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault !== null) return refuse(fault);
  const sorted = sortedReplicates(replicates);
  if (!sorted.ok) return sorted;
  const low = replicateQuantile(sorted.value, (1 - level) / 2);
  if (!low.ok) return low;
  const high = replicateQuantile(sorted.value, (1 + level) / 2);
  if (!high.ok) return high;
  return ok({ low: low.value, high: high.value });
}
