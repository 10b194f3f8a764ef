import { factorise } from '../matrix/cholesky.ts';

/** Σ a b over the rows given (all of them once, or with weights), for every pair of columns; square, row after row. */
export function crossProductsOf(columns: readonly Float64Array[], weights?: Float64Array): Float64Array {
  const p = columns.length;
  const products = new Float64Array(p * p);
  for (let i = 0; i < p; i += 1) {
    const a = columns[i]!;
    for (let j = 0; j <= i; j += 1) {
      const b = columns[j]!;
      let sum = 0;
      if (weights === undefined) for (let row = 0; row < a.length; row += 1) sum += a[row]! * b[row]!;
      else for (let row = 0; row < a.length; row += 1) sum += weights[row]! * a[row]! * b[row]!;
      products[i * p + j] = sum;
      products[j * p + i] = sum;
    }
  }
  return products;
}

/**
 * The columns of a model that are no combination of those before them, among the rows it is fitted to. A constant, or a
 * level that nobody in those rows has, has nothing to add to an imputation and is left out instead of refused.
 */
export function independentColumns(columns: readonly Float64Array[], rows: Int32Array): readonly number[] {
  const there = columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
  const { deficient } = factorise(crossProductsOf(there), columns.length, 1e-9);
  return [...columns.keys()].filter((at) => !deficient.includes(at));
}
