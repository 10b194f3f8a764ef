import { product } from '../matrix/product.ts';
import type { SortedCox } from './cox-rows.ts';
import type { Ties } from './risk-sets.ts';
import { eachScoreResidual } from './score-residuals.ts';

/** What a fit came to. */
export interface FittedEffects {
  readonly beta: Float64Array;
  readonly ties: Ties;
  readonly covariance: Float64Array;
}

/**
 * The covariance of estimates that holds although rows of one cluster depend on each other, or hazards are not quite
 * proportional: V (Σ over clusters of u uᵀ) V, u the sum of the cluster's score residuals, V the model's own covariance.
 *
 * Sources: Lin and Wei (1989), The robust inference for the Cox proportional hazards model; clusters by Lee, Wei and
 * Amato (1992). As coxph(robust = TRUE) and cluster(): no correction for few clusters.
 */
export function robustCovariance(sorted: SortedCox, { beta, ties, covariance }: FittedEffects): Float64Array {
  const p = beta.length;
  const middle = new Float64Array(p * p);
  const addSquare = (u: Float64Array, from: number): void => {
    for (let j = 0; j < p; j += 1) {
      for (let k = 0; k < p; k += 1) middle[j * p + k]! += u[from + j]! * u[from + k]!;
    }
  };
  const { cluster } = sorted;
  if (cluster === null) {
    eachScoreResidual(sorted, { beta, ties }, (_, residual) => addSquare(residual, 0));
  } else {
    const sums = new Float64Array(cluster.count * p);
    eachScoreResidual(sorted, { beta, ties }, (at, residual) => {
      const from = cluster.codes[at]! * p;
      for (let j = 0; j < p; j += 1) sums[from + j]! += residual[j]!;
    });
    for (let code = 0; code < cluster.count; code += 1) addSquare(sums, code * p);
  }
  return product(product(covariance, middle, p), covariance, p);
}
