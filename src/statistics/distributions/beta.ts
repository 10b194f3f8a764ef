import { incompleteBeta } from '../special/incomplete-beta.ts';
import { binomialTerm } from '../special/saddle-point.ts';
import { solveTail } from '../special/solve-tail.ts';
import type { Distribution } from './distribution.ts';

/**
 * The beta distribution with density xᵃ⁻¹ (1 − x)ᵇ⁻¹ / B(a, b) on 0 to 1.
 *
 * Source: Abramowitz and Stegun (1964) 26.1.33. Quantiles are solved for as `logOddsQuantile`.
 */
export function beta(a: number, b: number): Distribution {
  const tails = (x: number) => incompleteBeta(a, b, { x, y: 1 - x });
  const quantile = (p: number, side: 'lower' | 'upper') => 1 / (1 + Math.exp(-logOddsQuantile(a, b, { p, side })));
  return {
    density: (x) => (x > 0 && x < 1 ? logOddsDensity(a, b, x, 1 - x) / (x * (1 - x)) : atEnd(a, b, x)),
    lower: (x) => (x <= 0 ? 0 : x >= 1 ? 1 : tails(x).lower),
    upper: (x) => (x <= 0 ? 1 : x >= 1 ? 0 : tails(x).upper),
    quantile: (p) => quantile(p, 'lower'),
    upperQuantile: (p) => quantile(p, 'upper'),
  };
}

/**
 * The log odds, log(x / (1 − x)), of the quantile x of a beta distribution. Solved for on that scale and on the
 * logarithm of the smaller tail, so that quantiles near 0 and near 1, and the t and F quantiles made from them, keep
 * their digits. ±∞ for the ends; NaN where p is no probability or a parameter is not positive.
 */
export function logOddsQuantile(
  a: number,
  b: number,
  { p, side }: { readonly p: number; readonly side: 'lower' | 'upper' },
): number {
  if (!(p >= 0 && p <= 1) || !(a > 0) || !(b > 0)) return Number.NaN;
  if (p === 0 || p === 1) return (p === 0) === (side === 'lower') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const isSmaller = p <= 0.5;
  const solved = isSmaller ? side : side === 'lower' ? 'upper' : 'lower';
  const at = (u: number) => ({ x: 1 / (1 + Math.exp(-u)), y: 1 / (1 + Math.exp(u)) });
  const curve = {
    tail: (u: number) => incompleteBeta(a, b, at(u))[solved],
    slope: (u: number) => {
      const { x, y } = at(u);
      return (solved === 'lower' ? 1 : -1) * logOddsDensity(a, b, x, y);
    },
  };
  return solveTail(curve, isSmaller ? p : 1 - p, Math.log(a / b));
}

/** The density of the log odds: xᵃ yᵇ / B(a, b). */
function logOddsDensity(a: number, b: number, x: number, y: number): number {
  return ((a * b) / (a + b)) * binomialTerm(a, b, { p: x, q: y });
}

function atEnd(a: number, b: number, x: number): number {
  if (x !== 0 && x !== 1) return 0;
  const [shape, other] = x === 0 ? [a, b] : [b, a];
  return shape < 1 ? Number.POSITIVE_INFINITY : shape === 1 ? other : 0;
}
