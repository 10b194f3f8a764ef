import { stirlingError } from './stirling-error.ts';

/**
 * log Γ(x) for x > 0; NaN elsewhere.
 *
 * Sources: Abramowitz and Stegun (1964) 6.1.33 and 6.1.40. Choice: near its zeros at 1 and 2 the Taylor series about
 * 2, log Γ(2 + a) = a (1 − γ) + Σ (−1)ᵏ (ζ(k) − 1) aᵏ / k, so that the relative error stays near 1e-15 there too;
 * elsewhere Stirling's formula with what it leaves out.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x <= 1.5) return logGammaOnePlus(x - 1);
  if (x <= 2.5) return aboutTwo(x - 2);
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
}

/** log Γ(1 + a) for −½ ≤ a ≤ ½, to full relative accuracy however small a is. */
export function logGammaOnePlus(a: number): number {
  return aboutTwo(a) - Math.log1p(a);
}

/** ½ log 2π. */
export const HALF_LOG_TWO_PI = 0.9189385332046728;
const ONE_LESS_EULER = 0.42278433509846713;
const TERMS = 40;

function aboutTwo(a: number): number {
  let sum = 0;
  for (let k = TERMS; k >= 2; k -= 1) sum = -a * (sum - ZETA_LESS_ONE[k]! / k);
  return a * (ONE_LESS_EULER + sum);
}

/** ζ(k) − 1 = Σ n⁻ᵏ from n = 2, summed to 19 and closed by the Euler-Maclaurin formula. */
function zetaLessOne(k: number): number {
  const last = 20;
  let sum = last ** (1 - k) / (k - 1) + last ** -k / 2;
  const powers = [k / 12, (-k * (k + 1) * (k + 2)) / 720, (k * (k + 1) * (k + 2) * (k + 3) * (k + 4)) / 30240];
  for (const [at, factor] of powers.entries()) sum += factor * last ** (-k - 1 - 2 * at);
  for (let n = last - 1; n >= 2; n -= 1) sum += n ** -k;
  return sum;
}

const ZETA_LESS_ONE = Array.from({ length: TERMS + 1 }, (_, k) => (k < 2 ? 0 : zetaLessOne(k)));
