import { product } from '../matrix/product.ts';
import { compactCodes } from '../sorting/compact-codes.ts';
import type { Design } from './design.ts';
import type { Family } from './family.ts';
import { eachChunk, type LikelihoodFit } from './likelihood-fit.ts';

interface Sandwich {
  readonly fit: LikelihoodFit;
  readonly family: Family;
  readonly covariance: Float64Array;
  readonly cluster: ArrayLike<number> | undefined;
}

/**
 * V (Σ over clusters of u uᵀ) V, u the sum of the cluster's scores, on the standardised scale; each row a cluster where
 * there are none. With clusters times G / (G − 1), G their number.
 *
 * Sources: White (1982); clusters by Liang and Zeger (1986). As R's sandwich::sandwich and sandwich::vcovCL.
 */
export function sandwichOf(design: Design, { fit, family, covariance, cluster }: Sandwich): Float64Array {
  const { n, p, x, weight } = design;
  const size = p + 1;
  const { codes, count } = cluster === undefined ? { codes: null, count: n } : compactCodes(cluster);
  const sums = new Float64Array(count * size);
  eachChunk(design, { family, beta: fit.beta }, (from, { count: rows, slope }) => {
    for (let row = from; row < from + rows; row += 1) {
      const pull = slope[row - from]! * (weight === null ? 1 : weight[row]!);
      const into = (codes === null ? row : codes[row]!) * size;
      sums[into]! += pull;
      for (let j = 0; j < p; j += 1) sums[into + 1 + j]! += pull * x[row * p + j]!;
    }
  });
  const middle = new Float64Array(size * size);
  for (let from = 0; from < sums.length; from += size) {
    for (let j = 0; j < size; j += 1) {
      for (let k = 0; k < size; k += 1) middle[j * size + k]! += sums[from + j]! * sums[from + k]!;
    }
  }
  const factor = codes === null ? 1 : count / (count - 1);
  return product(product(covariance, middle, size), covariance, size).map((value) => value * factor);
}
