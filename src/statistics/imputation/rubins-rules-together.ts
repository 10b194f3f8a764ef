import type { EffectsTogether } from '../meta-analysis/effects-together.ts';

/**
 * Rubin's rules for many numbers at once: the mean of the estimates q, and
 *
 *   mean of their covariances + (1 + 1/m) Σ (q − mean)(q − mean)ᵀ / (m − 1)
 *
 * Source: D. Rubin, Multiple Imputation for Nonresponse in Surveys, 1987, section 3.4. One data set stays as it is; none
 * gives nothing.
 */
export function rubinsRulesTogether(fits: readonly EffectsTogether[]): EffectsTogether {
  const m = fits.length;
  const size = fits[0]?.estimates.length ?? 0;
  const estimates = new Float64Array(size);
  const covariance = new Float64Array(size * size);
  for (const fit of fits) {
    for (let at = 0; at < size; at += 1) estimates[at]! += fit.estimates[at]! / m;
    for (let at = 0; at < size * size; at += 1) covariance[at]! += fit.covariance[at]! / m;
  }
  if (m < 2) return { estimates, covariance };
  for (const fit of fits) {
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column < size; column += 1) {
        const product = (fit.estimates[row]! - estimates[row]!) * (fit.estimates[column]! - estimates[column]!);
        covariance[row * size + column]! += ((1 + 1 / m) * product) / (m - 1);
      }
    }
  }
  return { estimates, covariance };
}
