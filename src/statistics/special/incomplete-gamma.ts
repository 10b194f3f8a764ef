import { continuedFraction } from './continued-fraction.ts';
import { logGammaOnePlus, logGamma } from './log-gamma.ts';
import { poissonTerm } from './saddle-point.ts';

/** Both tails of a distribution at a point. Each has its own relative accuracy: neither is made as one less the other
 * where that would lose digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete gamma functions, for a > 0 and x ≥ 0:
 *
 *     lower = P(a, x) = ∫₀ˣ tᵃ⁻¹ e⁻ᵗ dt / Γ(a),   upper = Q(a, x) = 1 − P(a, x)
 *
 * Sources: Abramowitz and Stegun (1964) 6.5.29 (power series) and 6.5.31 (Legendre's continued fraction, evaluated by
 * the modified Lentz method); the factor before both by Loader's saddle point. Choices: below x = 1 an alternating
 * series that gives both tails; up to x = a the series for the lower tail; beyond it the fraction for the upper. Near
 * x = a both take about the square root of a steps, so that this is not for a beyond 1e12.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (!(a > 0) || !(x >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < 1) return ofSmall(a, x);
  const factor = poissonTerm(a, x);
  if (x <= a) {
    const lower = factor === 0 ? 0 : factor * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = factor === 0 ? 0 : factor * a * fraction(a, x);
  return { lower: 1 - upper, upper };
}

/** P = xᵃ / Γ(a + 1) · (1 + a Σ (−x)ⁿ / (n! (a + n))); Q from the two factors' distances from one. */
function ofSmall(a: number, x: number): Tails {
  let sum = 0;
  let power = 1;
  for (let n = 1; ; n += 1) {
    power *= -x / n;
    const next = sum + (a * power) / (a + n);
    if (next === sum) break;
    sum = next;
  }
  const logFirst = a * Math.log(x) - (a <= 0.5 ? logGammaOnePlus(a) : logGamma(a + 1));
  const firstLessOne = Math.expm1(logFirst);
  const upper = -(firstLessOne + sum + firstLessOne * sum);
  const lower = Math.exp(logFirst) * (1 + sum);
  return lower < 0.5 ? { lower, upper: 1 - lower } : { lower: 1 - upper, upper };
}

/** Σ xⁿ / ((a + 1) … (a + n)), from n = 0. */
function series(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; ; n += 1) {
    term *= x / (a + n);
    const next = sum + term;
    if (next === sum) return sum;
    sum = next;
  }
}

/** 1 / (x + 1 − a − 1(1 − a) / (x + 3 − a − 2(2 − a) / (x + 5 − a − …))). */
function fraction(a: number, x: number): number {
  return continuedFraction({
    alpha: (n) => (n === 1 ? 1 : -(n - 1) * (n - 1 - a)),
    beta: (n) => x + 2 * n - 1 - a,
  });
}
