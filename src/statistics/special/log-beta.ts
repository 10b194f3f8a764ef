import { HALF_LOG_TWO_PI, logGamma } from './log-gamma.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * log B(a, b) = log Γ(a) + log Γ(b) − log Γ(a + b) for a, b > 0.
 *
 * Choice: where an argument is large, its Stirling formula is taken together with that of the sum, because the
 * difference of two large logarithms would lose what is asked for.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (!(small > 0)) return Number.NaN;
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const ratio = small / (small + large);
  const corrections = stirlingError(large) - stirlingError(small + large);
  const largePart = (large - 0.5) * Math.log1p(-ratio) + corrections;
  if (small < 10) return logGamma(small) + largePart + small - small * Math.log(small + large);
  return HALF_LOG_TWO_PI - 0.5 * Math.log(small) + stirlingError(small) + largePart + small * Math.log(ratio);
}
