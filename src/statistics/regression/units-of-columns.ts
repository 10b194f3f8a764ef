import type { Design } from './design.ts';

/** Coefficients in the units of the columns as they were given. */
export function unstandardised({ p, means, spreads }: Design, beta: Float64Array): Float64Array {
  const coefficients = Float64Array.from(beta);
  for (let j = 0; j < p; j += 1) {
    coefficients[j + 1] = beta[j + 1]! / spreads[j]!;
    coefficients[0]! -= coefficients[j + 1]! * means[j]!;
  }
  return coefficients;
}

/** Coefficients on the scale of the design, from those in the units of the columns as they were given. */
export function standardised({ p, means, spreads }: Design, coefficients: Float64Array): Float64Array {
  const beta = Float64Array.from(coefficients);
  for (let j = 0; j < p; j += 1) {
    beta[j + 1] = coefficients[j + 1]! * spreads[j]!;
    beta[0]! += coefficients[j + 1]! * means[j]!;
  }
  return beta;
}

/** A covariance in the units of the columns as they were given: T V Tᵀ, T taking the standardised coefficients there. */
export function unstandardisedCovariance({ p, means, spreads }: Design, covariance: Float64Array): Float64Array {
  const size = p + 1;
  const half = new Float64Array(size * size);
  const result = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    toGiven(covariance, half, { from: column, by: size, p, means, spreads });
  }
  for (let row = 0; row < size; row += 1) toGiven(half, result, { from: row * size, by: 1, p, means, spreads });
  return result;
}

interface Line {
  readonly from: number;
  readonly by: number;
  readonly p: number;
  readonly means: Float64Array;
  readonly spreads: Float64Array;
}

function toGiven(source: Float64Array, into: Float64Array, { from, by, p, means, spreads }: Line): void {
  let intercept = source[from]!;
  for (let j = 0; j < p; j += 1) {
    const value = source[from + (j + 1) * by]! / spreads[j]!;
    into[from + (j + 1) * by] = value;
    intercept -= value * means[j]!;
  }
  into[from] = intercept;
}
