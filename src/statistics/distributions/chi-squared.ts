import type { Distribution } from './distribution.ts';
import { gamma } from './gamma.ts';

/**
 * The chi-squared distribution with `df` degrees of freedom, which need not be whole: a gamma distribution of shape
 * df / 2 and scale 2 (Abramowitz and Stegun 1964, 26.4.1).
 */
export function chiSquared(df: number): Distribution {
  return gamma(df / 2, 2);
}
