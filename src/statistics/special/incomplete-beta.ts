import { continuedFraction } from './continued-fraction.ts';
import type { Tails } from './incomplete-gamma.ts';
import { binomialTerm } from './saddle-point.ts';

/**
 * The regularised incomplete beta function, for a, b > 0 and 0 ≤ x ≤ 1, with y = 1 − x given beside it so that neither
 * end of the range loses digits:
 *
 *     lower = I(x; a, b) = ∫₀ˣ tᵃ⁻¹ (1 − t)ᵇ⁻¹ dt / B(a, b),   upper = I(y; b, a) = 1 − lower
 *
 * Source: DiDonato and Morris (1992), Algorithm 708, the continued fraction of equation 9, evaluated by the modified
 * Lentz method on the side where it converges fast, x < (a + 1) / (a + b + 2); the factor before it by Loader's saddle
 * point. The number of steps grows with the square root of the larger argument.
 */
export function incompleteBeta(a: number, b: number, { x, y }: { readonly x: number; readonly y: number }): Tails {
  if (!(a > 0) || !(b > 0) || !(x >= 0) || !(y >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  if (x > (a + 1) / (a + b + 2)) {
    const { lower, upper } = incompleteBeta(b, a, { x: y, y: x });
    return { lower: upper, upper: lower };
  }
  const factor = binomialTerm(a, b, { p: x, q: y });
  // xᵃ yᵇ / B(a, b), from binomialTerm's Γ(a + b + 1) / (Γ(a + 1) Γ(b + 1)) xᵃ yᵇ, times the fraction.
  const lower = factor === 0 ? 0 : ((factor * a * b) / (a + b)) * fraction(a, b, { x, y });
  return { lower, upper: 1 - lower };
}

function fraction(a: number, b: number, { x, y }: { readonly x: number; readonly y: number }): number {
  // a − (a + b) x, by way of whichever of x and y is the small one and so has all its digits.
  const lambda = x <= y ? a - (a + b) * x : (a + b) * y - b;
  return continuedFraction({
    alpha: (at) => {
      const n = at - 1;
      const odd = a + 2 * n - 1;
      return n === 0 ? 1 : (((a + n - 1) * (a + b + n - 1)) / odd) * ((n * (b - n) * x) / odd) * x;
    },
    beta: (at) => {
      const n = at - 1;
      const step = n === 0 ? 0 : (n * (b - n) * x) / (a + 2 * n - 1);
      return n + step + ((a + n) * (lambda + 1 + n * (1 + y))) / (a + 2 * n + 1);
    },
  });
}
