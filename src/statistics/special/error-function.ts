import { normal, normalFromCentre } from '../distributions/normal.ts';

/**
 * The error function, erf(x) = 2/√π ∫₀ˣ e^(−t²) dt = 2 Φ(x√2) − 1, and its complement erfc(x) = 1 − erf(x), each to its
 * own relative accuracy (erf near zero, erfc far out).
 *
 * Source: Abramowitz and Stegun (1964) 7.1.22; both from the normal distribution.
 */
export function errorFunction(x: number): number {
  return 2 * normalFromCentre(x * Math.SQRT2);
}

/** erfc(x). */
export function complementaryErrorFunction(x: number): number {
  return 2 * normal.upper(x * Math.SQRT2);
}
