/** Which rows to walk through, and in which order. */
export interface RowsToOrder {
  /** For each row a whole number from 0 to `ranks` − 1, as its time's place among the distinct times. */
  readonly rank: Int32Array;
  readonly ranks: number;
  /** For each row a whole number from 0 to `strata` − 1; one stratum where left out. */
  readonly stratum?: Int32Array | undefined;
  readonly strata?: number | undefined;
}

/**
 * The rows in order of stratum and, inside it, of rank, both ascending: two counting sorts (Knuth, The Art of Computer
 * Programming 3, section 5.2), so that the time taken grows with the rows alone.
 */
export function orderOfRows({ rank, ranks, stratum, strata = 1 }: RowsToOrder): Int32Array {
  const byRank = new Int32Array(rank.length);
  const next = startsOf(rank, ranks);
  for (let row = 0; row < rank.length; row += 1) byRank[next[rank[row]!]!++] = row;
  if (stratum === undefined || strata === 1) return byRank;
  const order = new Int32Array(rank.length);
  const nextIn = startsOf(stratum, strata);
  for (const row of byRank) order[nextIn[stratum[row]!]!++] = row;
  return order;
}

/** Where the rows of each code from 0 to `count` − 1 begin when they are put in order; the last is their number. */
export function startsOf(codes: Int32Array, count: number): Int32Array {
  const starts = new Int32Array(count + 1);
  for (let row = 0; row < codes.length; row += 1) starts[codes[row]! + 1]! += 1;
  for (let code = 1; code <= count; code += 1) starts[code]! += starts[code - 1]!;
  return starts;
}
