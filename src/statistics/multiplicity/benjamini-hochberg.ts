import { ok, type Result } from '../../shared/result.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { faultOfPs } from './holm.ts';

/**
 * Benjamini and Hochberg's adjusted p values, in the order given: the i-th smallest of m times m / i, made not to rise
 * from the largest down. Rejecting where an adjusted p is at most q keeps the share of false rejections, among tests
 * that are independent or positively dependent, at q.
 *
 * Source: Benjamini and Hochberg (1995), Controlling the false discovery rate. As R's p.adjust.
 */
export function benjaminiHochberg(ps: readonly number[]): Result<number[], StatisticsRefusal> {
  const fault = faultOfPs(ps);
  if (fault) return fault;
  const order = ps.map((_, at) => at).sort((x, y) => ps[y]! - ps[x]!);
  const adjusted = new Array<number>(ps.length);
  let smallest = 1;
  for (const [rank, at] of order.entries()) {
    smallest = Math.min(smallest, (ps.length / (ps.length - rank)) * ps[at]!);
    adjusted[at] = smallest;
  }
  return ok(adjusted);
}
