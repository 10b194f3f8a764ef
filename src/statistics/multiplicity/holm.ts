import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

/**
 * Holm's adjusted p values, in the order given: the i-th smallest of m times m − i + 1, made not to fall, at most 1.
 * Rejecting where an adjusted p is at most α keeps the chance of any false rejection at α, however the tests depend.
 *
 * Source: Holm (1979), A simple sequentially rejective multiple test procedure. As R's p.adjust.
 */
export function holm(ps: readonly number[]): Result<number[], StatisticsRefusal> {
  const fault = faultOfPs(ps);
  if (fault) return fault;
  const order = ps.map((_, at) => at).sort((x, y) => ps[x]! - ps[y]!);
  const adjusted = new Array<number>(ps.length);
  let largest = 0;
  for (const [rank, at] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (ps.length - rank) * ps[at]!));
    adjusted[at] = largest;
  }
  return ok(adjusted);
}

/** A refusal where a number is no probability; null where all are. */
export function faultOfPs(ps: readonly number[]) {
  const odd = ps.find((p) => !(p >= 0 && p <= 1));
  return odd === undefined ? null : refuseFor('out-of-range', `${odd} is no p value: it does not lie from 0 to 1.`);
}
