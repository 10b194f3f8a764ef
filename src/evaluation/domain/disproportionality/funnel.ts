import { incompleteBeta, incompleteGamma, normal } from '../../../statistics/index.ts';

/**
 * Funnel limits: how far a rate may lie from the one expected by chance alone, for each size. Two and three standard
 * deviations stand for the tails of the normal distribution beyond them (2.28% and 0.135% to a side); the limits are
 * the exact quantiles of the binomial (parts of a number) or Poisson distribution (events in a population) with those
 * tails, made continuous by interpolation:
 *
 *     limit = (r − α) / size,   r = the smallest number with P(X ≤ r) ≥ p,   α = (P(X ≤ r) − p) / P(X = r)
 *
 * Source: D. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24, 2005,
 * 1185-1202, appendix A.1.1. Forces differ for more reasons than chance: a point outside asks a question.
 */
export interface FunnelLimits {
  readonly size: number;
  readonly low2: number;
  readonly high2: number;
  readonly low3: number;
  readonly high3: number;
}

export interface FunnelPoint<Count extends number = number> extends FunnelLimits {
  readonly name: string;
  readonly size: Count;
  readonly count: Count;
  readonly rate: number;
  /**
   * How many standard deviations' limits it lies beyond: 0 inside both, 2, or 3. Told by the exact chance of a count so
   * far out, and not by the drawn limit: of a few, all or none may be common and still lie a hair outside the line.
   */
  readonly beyond: 0 | 2 | 3;
  readonly side: 'above' | 'below' | null;
}

export interface Funnel<Count extends number = number> {
  /** The rate of all together. */
  readonly expected: number;
  readonly kind: 'binomial' | 'poisson';
  readonly points: readonly FunnelPoint<Count>[];
}

/** The limits at one size, which is a number of trials for `binomial` and an exposure for `poisson`. */
export function funnelLimits(expected: number, size: number, kind: Funnel['kind']): FunnelLimits {
  const at = (deviations: number): number => {
    const limit = continuousQuantile(expected, size, { kind, p: normal.lower(deviations) }) / size;
    return Math.max(0, kind === 'binomial' ? Math.min(1, limit) : limit);
  };
  return { size, low2: at(-2), high2: at(2), low3: at(-3), high3: at(3) };
}

/** Each one's rate against the limits around the rate of all. `size` is above zero; those of size zero are left out. */
export function funnel(
  counts: readonly { readonly name: string; readonly count: number; readonly size: number }[],
  kind: Funnel['kind'],
): Funnel {
  const shown = counts.filter(({ size }) => size > 0);
  const total = shown.reduce((sum, { size }) => sum + size, 0);
  const expected = total === 0 ? 0 : shown.reduce((sum, { count }) => sum + count, 0) / total;
  const points = shown.map(({ name, count, size }): FunnelPoint => {
    const rate = count / size;
    const limits = funnelLimits(expected, size, kind);
    const upTo = tailOf(expected, size, kind);
    const tail = rate > expected ? 1 - upTo(count - 1) : upTo(count);
    const by = tail < normal.lower(-3) ? 3 : tail < normal.lower(-2) ? 2 : 0;
    return { name, count, rate, ...limits, beyond: by, side: by === 0 ? null : rate > expected ? 'above' : 'below' };
  });
  return { expected, kind, points };
}

interface Tail {
  readonly kind: Funnel['kind'];
  readonly p: number;
}

function continuousQuantile(expected: number, size: number, { kind, p }: Tail): number {
  if (expected <= 0) return 0;
  if (kind === 'binomial' && expected >= 1) return size;
  const upTo = tailOf(expected, size, kind);
  let low = -1;
  let high = Math.ceil(expected * size) + 1;
  while (upTo(high) < p) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (upTo(middle) >= p) high = middle;
    else low = middle;
  }
  const [reached, before] = [upTo(high), upTo(high - 1)];
  return high - (reached - p) / (reached - before);
}

/** P(X ≤ r). */
function tailOf(expected: number, size: number, kind: Funnel['kind']): (r: number) => number {
  return (r) =>
    r < 0 ? 0 : kind === 'binomial' ? binomialUpTo(r, size, expected) : incompleteGamma(r + 1, expected * size).upper;
}

function binomialUpTo(r: number, n: number, p: number): number {
  return r >= n ? 1 : incompleteBeta(n - r, r + 1, { x: 1 - p, y: p }).lower;
}
