import { ok, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

const MOST_WITHOUT_VALUE = 0.01;

/** The replicates in order, without those that have no value (NaN). */
export function sortedReplicates(replicates: Float64Array): Result<Float64Array, StatisticsRefusal> {
  const valued = replicates.filter((value) => !Number.isNaN(value)).sort();
  const without = replicates.length - valued.length;
  if (without > MOST_WITHOUT_VALUE * replicates.length) {
    return refuseFor(
      'not-defined',
      `The statistic has no value in ${without} of ${replicates.length} resamples; too few events or rows to resample.`,
    );
  }
  if (valued.length === 0) return refuseFor('too-few', 'There are no resamples.');
  if (valued[0] === valued.at(-1)) {
    return refuseFor('no-variation', `The statistic is ${valued[0]} in every resample, so an interval has no width.`);
  }
  return ok(valued);
}

/**
 * The p quantile of R sorted replicates: the (R + 1) p-th of them, interpolated on the normal scale where that is not
 * whole. Source: Davison and Hinkley 1997, equation 5.8; R's boot does the same (`norm.inter`).
 * Refused where it falls outside the first and last, where R only warns.
 */
export function replicateQuantile(sorted: Float64Array, p: number): Result<number, StatisticsRefusal> {
  const { length } = sorted;
  // 200 × 0.025 is 5, whatever rounding makes of (1 − 0.95) / 2.
  const exact = (length + 1) * p;
  const place = Math.abs(exact - Math.round(exact)) < 1e-9 * length ? Math.round(exact) : exact;
  const below = Math.floor(place);
  if (!(below >= 1 && below < length) && place !== length) {
    const needed = Math.ceil(1 / Math.min(p, 1 - p));
    return refuseFor(
      'too-few',
      `The ${(100 * p).toPrecision(3)}% point lies beyond all ${length} resamples; draw more than ${needed}.`,
    );
  }
  const lower = sorted[below - 1]!;
  const upper = sorted[below];
  if (place === below || upper === undefined || upper === lower) return ok(lower);
  const [from, to] = [normal.quantile(below / (length + 1)), normal.quantile((below + 1) / (length + 1))];
  return ok(lower + ((normal.quantile(p) - from) / (to - from)) * (upper - lower));
}
