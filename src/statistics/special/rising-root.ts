/**
 * The zero of a rising function between two ends at which it has different signs, by halving, to the last digit. Where
 * it is above zero already at the low end, or below it at the high one, that end.
 */
export function risingRoot(
  rising: (x: number) => number,
  ends: { readonly low: number; readonly high: number },
): number {
  let { low, high } = ends;
  if (rising(low) >= 0) return low;
  if (rising(high) <= 0) return high;
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
}
