import type { StudyEffect } from './study-effect.ts';

/** Sums over studies weighted by 1 / (variance + tau²); what every estimator here is made of. */
export interface WeightedSums {
  readonly weights: readonly number[];
  /** Sums of the weights, of their squares and of their cubes. */
  readonly sum: number;
  readonly sumOfSquares: number;
  readonly sumOfCubes: number;
  /** The weighted mean of the estimates. */
  readonly mean: number;
  /** Weighted squares around that mean; with tau² = 0 this is Cochran's Q. */
  readonly spread: number;
}

/** The sums at one value of the variance between studies. */
export function weightedSums(studies: readonly StudyEffect[], tauSquared: number): WeightedSums {
  const weights = studies.map(({ standardError }) => 1 / (standardError ** 2 + tauSquared));
  let [sum, sumOfSquares, sumOfCubes, weighted] = [0, 0, 0, 0];
  for (const [at, weight] of weights.entries()) {
    sum += weight;
    sumOfSquares += weight ** 2;
    sumOfCubes += weight ** 3;
    weighted += weight * studies[at]!.estimate;
  }
  const mean = weighted / sum;
  const spread = studies.reduce((total, { estimate }, at) => total + weights[at]! * (estimate - mean) ** 2, 0);
  return { weights, sum, sumOfSquares, sumOfCubes, mean, spread };
}
