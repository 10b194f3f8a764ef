import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

/** Whom the effect is asked for: everybody, the treated, or those who might have gone either way. */
export type Estimand = 'everybody' | 'treated' | 'overlap';

/**
 * Weights that make treated rows and controls alike in what the propensity score e was made from.
 *
 *   everybody (ATE)   treated 1 / e        controls 1 / (1 − e)
 *   treated (ATT)     treated 1            controls e / (1 − e)
 *   overlap (ATO)     treated 1 − e        controls e
 *
 * Sources: J. Robins, M. Hernán and B. Brumback, Epidemiology 11, 2000, 550-560; K. Hirano and G. Imbens, Health Services
 * and Outcomes Research Methodology 2, 2001, 259-278; F. Li, K. Morgan and A. Zaslavsky, JASA 113, 2018, 390-400.
 * Choice: neither cut off nor scaled to one; means are taken with the weights' sum below the line. Refuses a score
 * outside 0 to 1, and one of 0 or 1 where it would be divided by.
 */
export function propensityWeights(
  scores: ArrayLike<number>,
  treated: ArrayLike<number>,
  estimand: Estimand,
): Result<Float64Array, StatisticsRefusal> {
  if (scores.length !== treated.length) {
    return refuseFor('unequal-lengths', `There are ${scores.length} scores for ${treated.length} rows.`);
  }
  const weights = new Float64Array(scores.length);
  for (let row = 0; row < weights.length; row += 1) {
    const score = scores[row]!;
    const weight = WEIGHTS[estimand](score, treated[row] === 1);
    if (!(score >= 0 && score <= 1) || !Number.isFinite(weight)) {
      return refuseFor('out-of-range', `Row ${row + 1} has the score ${score}: nobody alike is in the other group.`);
    }
    weights[row] = weight;
  }
  return ok(weights);
}

const WEIGHTS: { readonly [estimand in Estimand]: (score: number, isTreated: boolean) => number } = {
  everybody: (score, isTreated) => 1 / (isTreated ? score : 1 - score),
  treated: (score, isTreated) => (isTreated ? 1 : score / (1 - score)),
  overlap: (score, isTreated) => (isTreated ? 1 - score : score),
};
