import type { CheckedColumn } from './checked-column.ts';

/** Rows few enough for what is written of one column to be near when the next is written beside it. */
const AT_A_TIME = 64;

/**
 * Columns side by side, a row of all columns for each place, less their means and divided by `scales` (by 1 where left
 * out), so that differences of large sums do not eat the digits of a fit. `place` says where each row goes. Read in the
 * order given and written a row at a time, because memory is slow where it is walked through at random.
 */
export function placeColumns(
  columns: readonly CheckedColumn[],
  place: Int32Array,
  scales?: Float64Array,
): Float64Array {
  const n = place.length;
  const p = columns.length;
  const x = new Float64Array(n * p);
  for (let from = 0; from < n; from += AT_A_TIME) {
    const rows = { from, to: Math.min(n, from + AT_A_TIME), p, x };
    for (let j = 0; j < p; j += 1) {
      placeColumn(columns[j]!, { ...rows, j, place, scale: scales === undefined ? 1 : scales[j]! });
    }
  }
  return x;
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly j: number;
  readonly p: number;
  readonly x: Float64Array;
  readonly place: Int32Array;
  readonly scale: number;
}

function placeColumn({ values, mean }: CheckedColumn, { from, to, j, p, x, place, scale }: Piece): void {
  for (let row = from; row < to; row += 1) x[place[row]! * p + j] = (values[row]! - mean) / scale;
}
