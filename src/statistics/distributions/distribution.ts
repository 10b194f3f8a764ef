/**
 * A continuous distribution. The two tails are given apart, each to its own relative accuracy: an upper tail of 1e-30
 * is not one less a lower tail. Quantiles answer from either tail, for the same reason. NaN where the argument has no
 * answer (a probability outside 0 to 1, a parameter that is not positive).
 */
export interface Distribution {
  readonly density: (x: number) => number;
  /** P(X ≤ x). */
  readonly lower: (x: number) => number;
  /** P(X > x). */
  readonly upper: (x: number) => number;
  /** The x with `lower(x)` = p. */
  readonly quantile: (p: number) => number;
  /** The x with `upper(x)` = p. */
  readonly upperQuantile: (p: number) => number;
}
