import type { Interval } from './arm.ts';

/** A test's p and the interval that is shown beside it. */
export interface PBesideInterval {
  readonly p: number;
  readonly interval: Interval;
  readonly level: number;
  /** The value that the test is of: 1 for a ratio, 0 for a difference. */
  readonly tested: number;
  /** The p at which the interval just reaches the value tested. */
  readonly pOfInterval: () => number;
}

/**
 * The p to show beside an interval. Where the test rejects (p below 1 − level) exactly if the interval leaves the value
 * out, it is the test's own. Where the two fall on different sides it is the interval's, so that no reader is told both
 * "significant" and "may be nothing".
 *
 * Source of the trouble: M. Fay, Two-sided exact tests and matching confidence intervals for discrete data, R Journal
 * 2(1), 2010, 53-58. An exact test adds up whatever is no likelier than what was seen, an exact interval leaves as much
 * on either side; of small random rates about one in twenty-five disagrees, in R too.
 */
export function agreeingP({ p, interval, level, tested, pOfInterval }: PBesideInterval): number {
  const isLeftOut = interval.low > tested || interval.high < tested;
  return p < 1 - level === isLeftOut ? p : pOfInterval();
}
