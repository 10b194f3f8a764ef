import { incompleteGamma } from '../special/incomplete-gamma.ts';
import { poissonTerm } from '../special/saddle-point.ts';
import { solveTail } from '../special/solve-tail.ts';
import type { Distribution } from './distribution.ts';

/**
 * The gamma distribution with density xᵃ⁻¹ e^(−x/s) / (Γ(a) sᵃ), of shape a and scale s (its mean is a s).
 *
 * Source: Abramowitz and Stegun (1964) 26.1.30. Choice: quantiles are solved for on the logarithm of x and of the
 * smaller tail.
 */
export function gamma(shape: number, scale = 1): Distribution {
  const curve = (side: 'lower' | 'upper') => ({
    tail: (u: number) => incompleteGamma(shape, Math.exp(u))[side],
    slope: (u: number) => (side === 'lower' ? 1 : -1) * shape * poissonTerm(shape, Math.exp(u)),
  });
  const solve = (p: number, side: 'lower' | 'upper'): number => {
    if (!(p >= 0 && p <= 1) || !(shape > 0) || !(scale > 0)) return Number.NaN;
    if (p === 0 || p === 1) return (p === 0) === (side === 'lower') ? 0 : Number.POSITIVE_INFINITY;
    const other = side === 'lower' ? 'upper' : 'lower';
    const u = p <= 0.5 ? solveTail(curve(side), p, Math.log(shape)) : solveTail(curve(other), 1 - p, Math.log(shape));
    return scale * Math.exp(u);
  };
  return {
    density: (x) => (x < 0 ? 0 : x === 0 ? atZero(shape) / scale : (shape * poissonTerm(shape, x / scale)) / x),
    lower: (x) => (x <= 0 ? 0 : incompleteGamma(shape, x / scale).lower),
    upper: (x) => (x <= 0 ? 1 : incompleteGamma(shape, x / scale).upper),
    quantile: (p) => solve(p, 'lower'),
    upperQuantile: (p) => solve(p, 'upper'),
  };
}

function atZero(shape: number): number {
  return shape < 1 ? Number.POSITIVE_INFINITY : shape === 1 ? 1 : 0;
}
