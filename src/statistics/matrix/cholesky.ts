/** A symmetric positive definite matrix as L Lᵀ. Matrices are square, row after row. */
export interface CholeskyFactor {
  /** The columns that are, to rounding, combinations of those before them; the other methods need it empty. */
  readonly deficient: readonly number[];
  /** The x with A x = b. */
  readonly solve: (b: ArrayLike<number>) => Float64Array;
  /** The x with Lᵀ x = z: of independent standard normal z, normal x with the covariance A⁻¹. */
  readonly solveTransposed: (z: ArrayLike<number>) => Float64Array;
  /** A⁻¹. */
  readonly inverse: () => Float64Array;
  readonly logDeterminant: () => number;
}

/**
 * The Cholesky factor of a symmetric matrix of `size` rows, of which only the lower triangle is read.
 *
 * Source: Golub and Van Loan (2013), Matrix Computations, section 4.2. Choice: a column counts as a combination of
 * those before it where what they leave of its diagonal is no more than `tolerance` of it; it is then passed over, so
 * that all such columns can be named.
 */
export function factorise(matrix: Float64Array, size: number, tolerance = 1e-11): CholeskyFactor {
  const lower = new Float64Array(size * size);
  const deficient: number[] = [];
  for (let column = 0; column < size; column += 1) {
    const whole = matrix[column * size + column]!;
    let left = whole;
    for (let k = 0; k < column; k += 1) left -= lower[column * size + k]! ** 2;
    if (!(left > tolerance * Math.abs(whole))) {
      deficient.push(column);
      continue;
    }
    const pivot = Math.sqrt(left);
    lower[column * size + column] = pivot;
    for (let row = column + 1; row < size; row += 1) {
      let sum = matrix[row * size + column]!;
      for (let k = 0; k < column; k += 1) sum -= lower[row * size + k]! * lower[column * size + k]!;
      lower[row * size + column] = sum / pivot;
    }
  }
  return {
    deficient,
    solve: (b) => solve(lower, size, b),
    solveTransposed: (z) => solveTransposed(lower, size, z),
    inverse: () => inverse(lower, size),
    logDeterminant: () => {
      let sum = 0;
      for (let at = 0; at < size; at += 1) sum += 2 * Math.log(lower[at * size + at]!);
      return sum;
    },
  };
}

function solve(lower: Float64Array, size: number, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let row = 0; row < size; row += 1) {
    let sum = x[row]!;
    for (let k = 0; k < row; k += 1) sum -= lower[row * size + k]! * x[k]!;
    x[row] = sum / lower[row * size + row]!;
  }
  return solveTransposed(lower, size, x);
}

function solveTransposed(lower: Float64Array, size: number, z: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(z);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = x[row]!;
    for (let k = row + 1; k < size; k += 1) sum -= lower[k * size + row]! * x[k]!;
    x[row] = sum / lower[row * size + row]!;
  }
  return x;
}

function inverse(lower: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    const x = solve(lower, size, unit);
    for (let row = 0; row < size; row += 1) result[row * size + column] = x[row]!;
  }
  return result;
}
