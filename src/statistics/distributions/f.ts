import { incompleteBeta } from '../special/incomplete-beta.ts';
import { beta, logOddsQuantile } from './beta.ts';
import type { Distribution } from './distribution.ts';

/**
 * The F distribution: the ratio of two independent chi-squared variables, each divided by its degrees of freedom.
 *
 *     P(F ≤ x) = I(df1 x / (df1 x + df2); df1/2, df2/2)
 *
 * Source: Abramowitz and Stegun (1964) 26.6.2. Choice: df1 x / df2 is the odds of a beta variable, and quantiles are
 * found on the logarithm of those odds.
 */
export function fDistribution(df1: number, df2: number): Distribution {
  const tails = (x: number) => {
    const odds = (df1 / df2) * x;
    const y = 1 / (1 + odds);
    return incompleteBeta(df1 / 2, df2 / 2, { x: odds === Number.POSITIVE_INFINITY ? 1 : odds * y, y });
  };
  const quantile = (p: number, side: 'lower' | 'upper') =>
    (df2 / df1) * Math.exp(logOddsQuantile(df1 / 2, df2 / 2, { p, side }));
  return {
    density: (x) => {
      const odds = (df1 / df2) * x;
      return x < 0 ? 0 : (beta(df1 / 2, df2 / 2).density(odds / (1 + odds)) * (df1 / df2)) / (1 + odds) ** 2;
    },
    lower: (x) => (x <= 0 ? 0 : tails(x).lower),
    upper: (x) => (x <= 0 ? 1 : tails(x).upper),
    quantile: (p) => quantile(p, 'lower'),
    upperQuantile: (p) => quantile(p, 'upper'),
  };
}
