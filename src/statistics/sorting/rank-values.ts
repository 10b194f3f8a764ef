/** Values as their places among the distinct ones. */
export interface RankedValues {
  /** The distinct values, ascending, of which there are `count`. */
  readonly distinct: Float64Array;
  readonly rank: Int32Array;
  readonly count: number;
}

/**
 * Ranks finite numbers; neighbours no further apart than `gap` share a rank. They are sorted, and each is then looked up
 * from where it would lie were they evenly spread, near which it mostly is.
 */
export function rankValues(values: Float64Array, gap: number): RankedValues {
  const ascending = values.slice().sort();
  let count = 0;
  let before = Number.NaN;
  for (let at = 0; at < ascending.length; at += 1) {
    const value = ascending[at]!;
    if (!(value - before <= gap)) ascending[count++] = value;
    before = value;
  }
  const distinct = ascending.slice(0, count);
  const starts = evenStarts(distinct);
  const first = distinct[0]!;
  const perUnit = scaleOf(distinct);
  const rank = new Int32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row]!;
    const cell = Math.floor((value - first) * perUnit);
    // The last of those not above the value lies from where its cell begins to where the next does.
    let low = starts[cell]!;
    let high = starts[cell + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (distinct[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    rank[row] = low - 1;
  }
  return { distinct, rank, count };
}

/** Cells to a unit, so that there are about as many cells as values. */
function scaleOf(distinct: Float64Array): number {
  const width = distinct.at(-1)! - distinct[0]!;
  return width > 0 ? distinct.length / width : 0;
}

/** For each cell of equal width, how many values lie in the cells before it. */
function evenStarts(distinct: Float64Array): Int32Array {
  const perUnit = scaleOf(distinct);
  const starts = new Int32Array(distinct.length + 3);
  for (let at = 0; at < distinct.length; at += 1)
    starts[Math.floor((distinct[at]! - distinct[0]!) * perUnit) + 1]! += 1;
  for (let cell = 1; cell < starts.length; cell += 1) starts[cell]! += starts[cell - 1]!;
  return starts;
}
