import { incompleteBeta } from '../special/incomplete-beta.ts';
import { logBeta } from '../special/log-beta.ts';
import { logOddsQuantile } from './beta.ts';
import type { Distribution } from './distribution.ts';
import { normal } from './normal.ts';

/**
 * Student's t distribution with `df` degrees of freedom, which need not be whole; with infinitely many, the normal.
 *
 *     P(|T| > t) = I(df / (df + t²); df/2, ½)
 *
 * Source: Abramowitz and Stegun (1964) 26.7.1. Choice: t²/df is the odds of a beta variable, so the quantile is the
 * root of odds found on their logarithm, from the tail where the probability is smaller.
 */
export function studentT(df: number): Distribution {
  if (df === Number.POSITIVE_INFINITY) return normal;
  const upper = (t: number): number => (t >= 0 ? outer(df, t) / 2 : 1 - outer(df, -t) / 2);
  const upperQuantile = (p: number): number => {
    if (!(p >= 0 && p <= 1) || !(df > 0)) return Number.NaN;
    if (p > 0.5) return -upperQuantile(1 - p);
    if (p === 0.5) return 0;
    const logOdds = logOddsQuantile(0.5, df / 2, { p: 2 * p, side: 'upper' });
    return Math.sqrt(df) * Math.exp(logOdds / 2);
  };
  return {
    density: (t) => Math.exp(-((df + 1) / 2) * Math.log1p((t * t) / df) - logBeta(0.5, df / 2)) / Math.sqrt(df),
    lower: (t) => upper(-t),
    upper,
    quantile: (p) => -upperQuantile(p),
    upperQuantile,
  };
}

/** P(|T| > t), t ≥ 0. */
function outer(df: number, t: number): number {
  const odds = (t / Math.sqrt(df)) ** 2;
  return incompleteBeta(df / 2, 0.5, {
    x: 1 / (1 + odds),
    y: odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds),
  }).lower;
}
