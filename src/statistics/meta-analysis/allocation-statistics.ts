import { factorise } from '../matrix/cholesky.ts';
import { dot } from '../matrix/product.ts';
import { byReml } from './meta-regression.ts';
import type { GeneralisedTask } from './generalised-least-squares.ts';

/**
 * How far groups lie apart, for many ways of dividing the same estimates in two: Hartung and Knapp's t with the variance
 * between studies as it is where the groups do not differ. That variance, and so the weights, are the same for every
 * way, and only the division changes.
 */
export class AllocationStatistics {
  readonly #k: number;
  readonly #weights: Float64Array;
  readonly #weightedOnes: Float64Array;
  readonly #sumOfWeights: number;

  private constructor(k: number, weights: Float64Array) {
    this.#k = k;
    this.#weights = weights;
    this.#weightedOnes = times(weights, new Float64Array(k).fill(1));
    this.#sumOfWeights = this.#weightedOnes.reduce((sum, value) => sum + value, 0);
  }

  /** Weights from estimates that are taken not to differ between the groups; null where they have none. */
  static whereAlike(estimates: Float64Array, covariance: Float64Array): AllocationStatistics | null {
    const k = estimates.length;
    const task: GeneralisedTask = { estimates, covariance, columns: [new Float64Array(k).fill(1)] };
    const between = byReml(task);
    if (!between.ok) return null;
    const whole = covariance.slice();
    for (let at = 0; at < k; at += 1) whole[at * k + at]! += between.value;
    const factor = factorise(whole, k);
    return factor.deficient.length > 0 ? null : new AllocationStatistics(k, factor.inverse());
  }

  /** What the weighted mean leaves of each estimate. */
  residuals(estimates: Float64Array): { readonly mean: number; readonly residuals: Float64Array } {
    const mean = dot(this.#weightedOnes, estimates) / this.#sumOfWeights;
    return { mean, residuals: estimates.map((value) => value - mean) };
  }

  /** The statistic of these estimates divided so; 0 where nothing varies. */
  of(estimates: Float64Array, treated: readonly number[]): number {
    return this.prepared(estimates)(treated);
  }

  /** The statistic as a function of which are treated (their places). */
  prepared(estimates: Float64Array): (treated: readonly number[]) => number {
    const weighted = times(this.#weights, estimates);
    const sum = dot(this.#weightedOnes, estimates);
    const total = dot(weighted, estimates) - sum ** 2 / this.#sumOfWeights;
    return (treated) => {
      let [across, own, ones] = [0, 0, 0];
      for (const row of treated) {
        across += weighted[row]!;
        ones += this.#weightedOnes[row]!;
        for (const column of treated) own += this.#weights[row * this.#k + column]!;
      }
      const information = own - ones ** 2 / this.#sumOfWeights;
      const slope = across - (ones * sum) / this.#sumOfWeights;
      const explained = slope ** 2 / information;
      const left = Math.max(0, total - explained) / (this.#k - 2);
      if (explained === 0) return 0;
      return (Math.sign(slope) * Math.sqrt(explained)) / Math.sqrt(left);
    };
  }
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const k = vector.length;
  return Float64Array.from({ length: k }, (_, row) => dot(matrix.subarray(row * k, row * k + k), vector));
}
