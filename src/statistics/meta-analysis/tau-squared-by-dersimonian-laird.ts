import type { StudyEffect } from './study-effect.ts';
import { weightedSums } from './weighted-sums.ts';

/**
 * Variance between studies by the method of moments.
 *
 *   tau² = max(0, (Q - (k - 1)) / (Σw - Σw² / Σw)),   w = 1 / variance,   Q = Σ w (y - mean)²
 *
 * Source: R. DerSimonian and N. Laird, "Meta-analysis in clinical trials", Controlled Clinical Trials 7, 1986, 177-188.
 * Units: the square of the estimates' own. Quick and closed, but it runs low where studies differ much in size.
 */
export function tauSquaredByDerSimonianLaird(studies: readonly StudyEffect[]): number {
  const { sum, sumOfSquares, spread } = weightedSums(studies, 0);
  return Math.max(0, (spread - (studies.length - 1)) / (sum - sumOfSquares / sum));
}
