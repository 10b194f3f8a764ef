/** Whole numbers from 0 without gaps, in the order in which what they stand for first came. */
export interface CompactCodes {
  readonly codes: Int32Array;
  readonly count: number;
}

/** Numbers what is given anew: whatever is equal gets the same number. */
export function compactCodes(given: ArrayLike<number>): CompactCodes {
  const numbers = new Map<number, number>();
  const codes = new Int32Array(given.length);
  for (let row = 0; row < given.length; row += 1) {
    let code = numbers.get(given[row]!);
    if (code === undefined) numbers.set(given[row]!, (code = numbers.size));
    codes[row] = code;
  }
  return { codes, count: numbers.size };
}
