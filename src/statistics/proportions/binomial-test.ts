import { beta } from '../distributions/beta.ts';
import { binomialTerm } from '../special/saddle-point.ts';
import type { Arm } from './arm.ts';

/** Probabilities this close to the observed count's, relatively, count as equal to it, as in R. */
const AS_LIKELY = 1 + 1e-7;

/**
 * The probability that a binomial count is no likelier than the one observed, where each event has probability
 * 0 < p < 1. As R's binom.test, two-sided.
 *
 * Choice: beyond the mode probabilities only fall, so where the other tail begins is found by halving and not by adding
 * up, among the counts that there are: 0 … n. The arm must have been checked.
 */
export function binomialTwoSided({ events, n }: Arm, p: number): number {
  const probability = (x: number) => binomialTerm(x, n - x, { p, q: 1 - p });
  const expected = n * p;
  if (events === expected) return 1;
  const bound = probability(events) * AS_LIKELY;
  if (events < expected) {
    const start = first(Math.ceil(expected), n, (x) => probability(x) <= bound);
    return Math.min(1, atMost(events, n, p) + atLeast(start, n, p));
  }
  const mode = Math.floor(expected);
  const end = mode - first(0, mode, (below) => probability(mode - below) <= bound);
  return Math.min(1, atMost(end, n, p) + atLeast(events, n, p));
}

/**
 * Twice the smaller tail: the two-sided p that goes with the interval of Clopper and Pearson, which leaves α/2 on each
 * side. It is below α exactly where that interval leaves `p` out. The arm must have been checked.
 */
export function binomialTwiceSmallerTail({ events, n }: Arm, p: number): number {
  return Math.min(1, 2 * Math.min(atMost(events, n, p), atLeast(events, n, p)));
}

/** The first of `from` … `to` for which a condition holds that, once it holds, goes on holding; `to` + 1 if none. */
function first(from: number, to: number, holds: (x: number) => boolean): number {
  let [low, high] = [from, to + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function atMost(x: number, n: number, p: number): number {
  if (x < 0) return 0;
  return x >= n ? 1 : beta(x + 1, n - x).upper(p);
}

function atLeast(x: number, n: number, p: number): number {
  if (x > n) return 0;
  return x <= 0 ? 1 : beta(x, n - x + 1).lower(p);
}
