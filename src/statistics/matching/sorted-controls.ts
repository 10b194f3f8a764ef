import { ascendingOrder } from '../sorting/ascending-order.ts';

/** Controls by stratum and, within it, by score and then by row; and where in that order each row would stand. */
export interface SortedControls {
  readonly rows: Int32Array;
  readonly scores: Float64Array;
  /** By row: the first control that is not before it. */
  readonly placeOf: Int32Array;
  /** By row: where the controls of its stratum begin, and where the next stratum's do. */
  readonly stratumStart: Int32Array;
  readonly stratumEnd: Int32Array;
}

export function sortedControls(rows: {
  readonly scores: ArrayLike<number>;
  readonly treated: ArrayLike<number>;
  readonly strata?: ArrayLike<number>;
}): SortedControls {
  const { scores, treated, strata } = rows;
  const order = byStratum(ascendingOrder(scores), strata);
  const controls: number[] = [];
  const placeOf = new Int32Array(scores.length);
  const stratumStart = new Int32Array(scores.length);
  const stratumEnd = new Int32Array(scores.length);
  let first = 0;
  let start = 0;
  for (const [at, row] of order.entries()) {
    placeOf[row] = controls.length;
    if (treated[row] === 0) controls.push(row);
    const next = order[at + 1];
    if (next !== undefined && (strata === undefined || strata[next] === strata[row])) continue;
    for (const member of order.subarray(first, at + 1)) {
      stratumStart[member] = start;
      stratumEnd[member] = controls.length;
    }
    first = at + 1;
    start = controls.length;
  }
  const sorted = Float64Array.from(controls, (row) => scores[row]!);
  return { rows: Int32Array.from(controls), scores: sorted, placeOf, stratumStart, stratumEnd };
}

function byStratum(order: Int32Array, strata: ArrayLike<number> | undefined): Int32Array {
  if (strata === undefined) return order;
  const strataInOrder = Float64Array.from(order, (row) => strata[row]!);
  return ascendingOrder(strataInOrder).map((at) => order[at]!);
}
