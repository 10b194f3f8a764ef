import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import type { StudyEffect } from './study-effect.ts';
import { weightedSums, type WeightedSums } from './weighted-sums.ts';

const MOST_STEPS = 5000;

/**
 * Variance between studies by restricted maximum likelihood.
 *
 * The restricted log-likelihood  -½ { Σ ln(v + t) + ln Σw + Σ w (y - mean)² },  w = 1 / (v + t),  is made largest over
 * t ≥ 0. Source: W. Viechtbauer, "Bias and efficiency of meta-analytic variance estimators", Journal of Educational and
 * Behavioral Statistics 30, 2005, 261-293. Units: the square of the estimates' own.
 *
 * Choices: Fisher scoring from the Hedges estimate, with halved steps wherever a step lowers the likelihood, until the
 * step is below 1e-13 of the variance. (metafor stops at 1e-5 unless told otherwise, so its default agrees
 * to some six figures.)
 */
export function tauSquaredByReml(studies: readonly StudyEffect[]): Result<number, StatisticsRefusal> {
  const within = studies.reduce((sum, { standardError }) => sum + standardError ** 2, 0) / studies.length;
  let tauSquared = hedges(studies, within);
  let sums = weightedSums(studies, tauSquared);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const scale = within + tauSquared;
    let move = Math.max(-tauSquared, score(studies, sums) / information(sums));
    let next = weightedSums(studies, tauSquared + move);
    // Close to the top rounding alone makes the likelihood fall; there the steps shrink by themselves.
    while (Math.abs(move) > 1e-6 * scale && logLikelihood(next) < logLikelihood(sums)) {
      move /= 2;
      next = weightedSums(studies, tauSquared + move);
    }
    if (Math.abs(move) <= 1e-13 * scale) return ok(tauSquared + move);
    tauSquared += move;
    sums = next;
  }
  return refuseFor(
    'not-converged',
    `The variance between studies did not settle in ${MOST_STEPS} steps; the DerSimonian-Laird estimate needs none.`,
  );
}

/** The unweighted moment estimate: a start that doesn't hang on the sizes of the studies. */
function hedges(studies: readonly StudyEffect[], within: number): number {
  const mean = studies.reduce((sum, { estimate }) => sum + estimate, 0) / studies.length;
  const variance = studies.reduce((sum, { estimate }) => sum + (estimate - mean) ** 2, 0) / (studies.length - 1);
  return Math.max(0, variance - within);
}

function logLikelihood({ weights, sum, spread }: WeightedSums): number {
  return -0.5 * (Math.log(sum) + spread - weights.reduce((total, weight) => total + Math.log(weight), 0));
}

/** Slope of the restricted log-likelihood, doubled: Σ w² (y - mean)² - tr(P). */
function score(studies: readonly StudyEffect[], { weights, sum, sumOfSquares, mean }: WeightedSums): number {
  const spread = studies.reduce((total, { estimate }, at) => total + (weights[at]! * (estimate - mean)) ** 2, 0);
  return spread - (sum - sumOfSquares / sum);
}

/** Its expected information, doubled: tr(PP). */
function information({ sum, sumOfSquares, sumOfCubes }: WeightedSums): number {
  return sumOfSquares - (2 * sumOfCubes) / sum + (sumOfSquares / sum) ** 2;
}
