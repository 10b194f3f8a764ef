import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import type { LinearFit } from './least-squares.ts';
import { crossProducts, sandwich, scoresOf } from './sandwich.ts';

/**
 * Covariance of the coefficients where rows follow one another in time and what is left over in one goes on into the next.
 *
 *   B { Γ₀ + Σ_{l = 1 .. L} (1 − l / (L + 1)) (Γ_l + Γ_l') } B × n / (n − p),   Γ_l = Σ_t s_t s_{t − l}',  s = w e x
 *
 * Source: W. Newey and K. West, Econometrica 55, 1987, 703-708. As R's `sandwich::NeweyWest` with this lag, without
 * prewhitening and with its adjustment for the coefficients. Rows in the order of time and evenly spaced.
 * Refuses a lag that is not a whole number from 0 to below the number of rows.
 */
export function neweyWestCovariance(fit: LinearFit, lag: number): Result<Float64Array, StatisticsRefusal> {
  const n = fit.residuals.length;
  const p = fit.names.length;
  if (!(Number.isInteger(lag) && lag >= 0 && lag < n)) {
    return refuseFor('out-of-range', `A lag of ${lag} is none for ${n} points in time.`);
  }
  const scores = scoresOf(fit);
  const filling = crossProducts(scores);
  for (let behind = 1; behind <= lag; behind += 1) {
    const products = crossProducts(scores, behind);
    const weight = 1 - behind / (lag + 1);
    for (let i = 0; i < p; i += 1) {
      for (let j = 0; j < p; j += 1) filling[i * p + j]! += weight * (products[i * p + j]! + products[j * p + i]!);
    }
  }
  return ok(sandwich(fit.unscaledCovariance, filling, p).map((value) => (value * n) / (n - p)));
}

/** The lag that W. Newey and K. West, Review of Economic Studies 61, 1994, take at first: ⌊4 (n / 100)^(2/9)⌋. */
export function usualLag(points: number): number {
  return Math.floor(4 * (points / 100) ** (2 / 9));
}
