import { ok, refuse, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { faultOfLevel, type Interval } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { replicateQuantile, sortedReplicates } from './replicate-quantile.ts';

export interface BcaInput {
  readonly replicates: Float64Array;
  /** The statistic of the sample itself. */
  readonly estimate: number;
  /** From `accelerationByRows` or `accelerationByCounts`. */
  readonly acceleration: number;
  /** 0.95 where it is left out. */
  readonly level?: number;
}

/**
 * The percentile interval corrected for bias and for a standard error that changes with the value (BCa).
 *
 *   its ends are the quantiles  Φ(w + (w + z) / (1 − a (w + z))),   z = Φ⁻¹((1 ± level) / 2)
 *   w = Φ⁻¹(share of replicates below the estimate),   a the acceleration
 *
 * Source: B. Efron, "Better bootstrap confidence intervals", JASA 82, 1987, 171-185; quantiles as R's boot takes them.
 * Choice: of replicates equal to the estimate one half counts as below. Statistics of counts tie often, and R's boot,
 * which counts none of them, then moves the interval down. Without ties the two agree.
 * Refuses where all replicates lie on one side of the estimate, and where the acceleration is no number.
 */
export function bcaInterval(input: BcaInput): Result<Interval, StatisticsRefusal> {
  const { estimate, acceleration, level = 0.95 } = input;
  const fault = faultOfLevel(level);
  if (fault !== null) return refuse(fault);
  if (!Number.isFinite(estimate)) return refuseFor('not-defined', `The statistic of the sample is ${estimate}.`);
  if (!Number.isFinite(acceleration)) {
    return refuseFor(
      'not-defined',
      'The statistic has no value once some row is left out; take the percentile interval.',
    );
  }
  const sorted = sortedReplicates(input.replicates);
  if (!sorted.ok) return sorted;
  const share = shareBelow(sorted.value, estimate);
  if (share === 0 || share === 1) {
    return refuseFor('not-defined', 'Every resample lies on one side of the estimate, so its bias has no measure.');
  }
  const bias = normal.quantile(share);
  const endAt = (p: number) => {
    const shifted = bias + normal.quantile(p);
    return replicateQuantile(sorted.value, normal.lower(bias + shifted / (1 - acceleration * shifted)));
  };
  const low = endAt((1 - level) / 2);
  if (!low.ok) return low;
  const high = endAt((1 + level) / 2);
  return high.ok ? ok({ low: low.value, high: high.value }) : high;
}

function shareBelow(sorted: Float64Array, estimate: number): number {
  let [below, equal] = [0, 0];
  for (const value of sorted) {
    if (value < estimate) below += 1;
    else if (value === estimate) equal += 1;
    else break;
  }
  return (below + equal / 2) / sorted.length;
}
