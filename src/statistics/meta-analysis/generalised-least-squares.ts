import { factorise } from '../matrix/cholesky.ts';
import { dot, product } from '../matrix/product.ts';

/** A fit by weights that may go together: matrices are square, row after row, of the estimates or of the columns. */
export interface GeneralisedFit {
  readonly coefficients: Float64Array;
  /** (XᵀWX)⁻¹. */
  readonly unscaledCovariance: Float64Array;
  /** P = W − WX (XᵀWX)⁻¹ XᵀW: takes out of the estimates what the columns explain. */
  readonly projection: Float64Array;
  /** Py. */
  readonly projected: Float64Array;
  /** yᵀPy, the weighted sum of squares that the columns leave. */
  readonly spread: number;
  /** Restricted log-likelihood, but for a constant. */
  readonly logLikelihood: number;
}

export interface GeneralisedTask {
  readonly estimates: Float64Array;
  /** Of the errors, row after row. */
  readonly covariance: Float64Array;
  /** The columns of X, the intercept's among them. */
  readonly columns: readonly Float64Array[];
}

/**
 * Generalised least squares with W = (covariance + added variance)⁻¹, and what the restricted likelihood of the added
 * variance needs; null where a column is given by the others. Source: W. Viechtbauer, Journal of Educational and
 * Behavioral Statistics 30, 2005, 261-293.
 */
export function generalisedFit(
  { estimates, covariance, columns }: GeneralisedTask,
  addedVariance: number,
): GeneralisedFit | null {
  const k = estimates.length;
  const p = columns.length;
  const whole = covariance.slice();
  for (let at = 0; at < k; at += 1) whole[at * k + at]! += addedVariance;
  const factor = factorise(whole, k);
  if (factor.deficient.length > 0) return null;
  const weights = factor.inverse();
  const weighted = columns.map((column) => factor.solve(column));
  const cross = new Float64Array(p * p);
  for (let a = 0; a < p; a += 1) for (let b = 0; b < p; b += 1) cross[a * p + b] = dot(columns[a]!, weighted[b]!);
  const crossFactor = factorise(cross, p);
  if (crossFactor.deficient.length > 0) return null;
  const coefficients = crossFactor.solve(weighted.map((column) => dot(column, estimates)));
  const unscaledCovariance = crossFactor.inverse();
  const projection = weights;
  for (let a = 0; a < p; a += 1) {
    for (let b = 0; b < p; b += 1) {
      const share = unscaledCovariance[a * p + b]!;
      for (let row = 0; row < k; row += 1) {
        for (let column = 0; column < k; column += 1) {
          projection[row * k + column]! -= share * weighted[a]![row]! * weighted[b]![column]!;
        }
      }
    }
  }
  const projected = Float64Array.from({ length: k }, (_, row) =>
    dot(projection.subarray(row * k, row * k + k), estimates),
  );
  const spread = dot(projected, estimates);
  const logLikelihood = -0.5 * (factor.logDeterminant() + crossFactor.logDeterminant() + spread);
  return { coefficients, unscaledCovariance, projection, projected, spread, logLikelihood };
}

/** The sum of the diagonal. */
export function traceOf(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let at = 0; at < size; at += 1) sum += matrix[at * size + at]!;
  return sum;
}

/** The sum of the diagonal of a symmetric matrix times itself. */
export function traceOfSquare(matrix: Float64Array, size: number): number {
  return traceOf(product(matrix, matrix, size), size);
}
