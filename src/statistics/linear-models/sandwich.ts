import type { LinearFit } from './least-squares.ts';

/**
 * B M B, the covariance of coefficients when errors are not all alike: B = (X'WX)⁻¹ is the bread, M, the filling, adds up
 * products of the rows' scores w e x in some way or other. Matrices are square, row after row.
 */
export function sandwich(bread: Float64Array, filling: Float64Array, p: number): Float64Array {
  return product(product(bread, filling, p), bread, p);
}

function product(a: Float64Array, b: Float64Array, p: number): Float64Array {
  return Float64Array.from({ length: p * p }, (_, at) => {
    const [i, j] = [Math.floor(at / p), at % p];
    let sum = 0;
    for (let k = 0; k < p; k += 1) sum += a[i * p + k]! * b[k * p + j]!;
    return sum;
  });
}

/** Each row's part in the equations that the coefficients solve: w e x, a column for each coefficient. */
export function scoresOf({ columns, residuals, weights }: LinearFit): Float64Array[] {
  return columns.map((column) => column.map((x, row) => (weights?.[row] ?? 1) * residuals[row]! * x));
}

/** Σ over rows of a(row) b(row)' where b runs `lag` rows behind a: the products of scores with themselves or earlier ones. */
export function crossProducts(scores: readonly Float64Array[], lag = 0): Float64Array {
  const p = scores.length;
  return Float64Array.from({ length: p * p }, (_, at) => {
    const [a, b] = [scores[Math.floor(at / p)]!, scores[at % p]!];
    let sum = 0;
    for (let row = lag; row < a.length; row += 1) sum += a[row]! * b[row - lag]!;
    return sum;
  });
}
