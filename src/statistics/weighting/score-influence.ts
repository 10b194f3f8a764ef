import { factorise } from '../matrix/cholesky.ts';

/** A model of a mean through x·b: its columns, each row's residual, and how fast the mean moves with x·b. */
export interface FittedModel {
  readonly columns: readonly Float64Array[];
  /** Observed less fitted; zero in rows that the model was not fitted to. */
  readonly residuals: Float64Array;
  /** Derivative of the mean by x·b: 1 for a line, m (1 − m) for a logistic curve; zero in rows not fitted to. */
  readonly slopes: Float64Array;
}

/**
 * What an estimate owes to coefficients that were themselves estimated: for each row, g · H⁻¹ s, with s = residual × x the
 * row's part in the equations of the model, H = Σ slope x x', and g the sum over rows of the derivative of the estimate's
 * terms by the coefficients, given as `pull` × x. Added to each row's own part it makes the sandwich error of the
 * equations of estimate and models together. Source: L. Stefanski and D. Boos, The American Statistician 56, 2002, 29-38.
 */
export function scoreInfluence({ columns, residuals, slopes }: FittedModel, pull: Float64Array): Float64Array {
  const p = columns.length;
  const information = new Float64Array(p * p);
  const gradient = new Float64Array(p);
  for (const [i, a] of columns.entries()) {
    for (let row = 0; row < pull.length; row += 1) gradient[i]! += pull[row]! * a[row]!;
    for (let j = 0; j <= i; j += 1) {
      const b = columns[j]!;
      let sum = 0;
      for (let row = 0; row < slopes.length; row += 1) sum += slopes[row]! * a[row]! * b[row]!;
      information[i * p + j] = sum;
    }
  }
  const direction = factorise(information, p, 0).solve(gradient);
  return residuals.map((residual, row) => {
    let along = 0;
    for (let i = 0; i < p; i += 1) along += direction[i]! * columns[i]![row]!;
    return residual * along;
  });
}
