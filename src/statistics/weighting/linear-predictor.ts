import type { NamedColumn } from '../linear-models/least-squares.ts';

/** The columns of a model, the intercept first. */
export function withIntercept(covariates: readonly NamedColumn[], rows: number): Float64Array[] {
  return [new Float64Array(rows).fill(1), ...covariates.map(({ values }) => Float64Array.from(values))];
}

/** x·b in every row. */
export function linearPredictor(columns: readonly Float64Array[], coefficients: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(columns[0]!.length);
  for (const [at, column] of columns.entries()) {
    for (let row = 0; row < sums.length; row += 1) sums[row]! += coefficients[at]! * column[row]!;
  }
  return sums;
}

/** e^x / (1 + e^x). */
export function logisticCurve(x: number): number {
  return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}
