/** A matrix taken apart into a rotation Q and a triangle R. */
export interface Qr {
  /** The upper triangle R, by rows: `r[i * p + j]`. */
  readonly r: Float64Array;
  /** The first column which the columns before it give to seven figures, or -1. */
  readonly dependentColumn: number;
  /** Q'y, in its first p places, for a column y of n rows, which is used up. */
  readonly rotate: (y: Float64Array) => Float64Array;
}

/** As R's `lm`: a column of which less than this is left once the others are taken out is a combination of them. */
const NOTHING_LEFT = 1e-7;

/**
 * The QR decomposition of a matrix of n rows and p columns by Householder reflections (G. Golub and C. Van Loan, Matrix
 * Computations, 2013, algorithm 5.2.1): columns are reflected one after another so that what is left is triangular.
 * Unlike X'X it does not square the condition of the columns. The columns are used up.
 */
export function householder(columns: readonly Float64Array[]): Qr {
  const p = columns.length;
  const n = columns[0]?.length ?? 0;
  const r = new Float64Array(p * p);
  const scales = new Float64Array(p);
  let dependentColumn = -1;
  for (const [j, column] of columns.entries()) {
    const whole = norm(column, 0);
    for (let i = 0; i < j; i += 1) reflect(columns[i]!, scales[i]!, { column, from: i });
    const left = j < n ? norm(column, j) : 0;
    for (let i = 0; i < j; i += 1) r[i * p + j] = column[i] ?? 0;
    if (!(left > NOTHING_LEFT * whole)) {
      if (dependentColumn === -1) dependentColumn = j;
      continue;
    }
    const diagonal = column[j]! > 0 ? -left : left;
    column[j]! -= diagonal;
    r[j * p + j] = diagonal;
    scales[j] = -1 / (diagonal * column[j]!);
  }
  const rotate = (y: Float64Array): Float64Array => {
    for (let j = 0; j < p; j += 1) reflect(columns[j]!, scales[j]!, { column: y, from: j });
    return y.subarray(0, p);
  };
  return { r, dependentColumn, rotate };
}

/** column -= scale (v · column) v, over the rows from `from`. */
function reflect(
  v: Float64Array,
  scale: number,
  { column, from }: { readonly column: Float64Array; readonly from: number },
): void {
  let dot = 0;
  for (let row = from; row < v.length; row += 1) dot += v[row]! * column[row]!;
  const step = scale * dot;
  for (let row = from; row < v.length; row += 1) column[row]! -= step * v[row]!;
}

function norm(column: Float64Array, from: number): number {
  let largest = 0;
  for (let row = from; row < column.length; row += 1) largest = Math.max(largest, Math.abs(column[row]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let row = from; row < column.length; row += 1) sum += (column[row]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}
