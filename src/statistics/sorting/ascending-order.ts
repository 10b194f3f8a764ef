/**
 * The order in which numbers ascend: `order[0]` is the place of the smallest. Equal numbers keep the order they came in.
 *
 * Least-significant-digit radix sort (D. Knuth, The Art of Computer Programming 3, 1998, section 5.2.5) of the 64 bits of
 * each number, 11 at a time: its time grows with their count alone, and a digit that all share costs one look. The bits
 * of floating-point numbers ascend as the numbers do once negative ones are turned over. Few numbers are compared
 * instead. -0 is 0; the numbers must not be NaN.
 */
export function ascendingOrder(numbers: ArrayLike<number>): Int32Array {
  const { length } = numbers;
  const order = Int32Array.from({ length }, (_, at) => at);
  if (length < FEW) return order.sort((a, b) => compare(numbers[a]!, numbers[b]!) || a - b);
  const { low, high } = sortableBits(numbers);
  let from = order;
  let into = new Int32Array(length);
  for (const { half, shift } of DIGITS) {
    const keys = half === 'low' ? low : high;
    const starts = startsOfDigit(keys, shift);
    if (starts === null) continue;
    for (let at = 0; at < length; at += 1) {
      const place = from[at]!;
      into[starts[(keys[place]! >>> shift) & DIGIT]!++] = place;
    }
    [from, into] = [into, from];
  }
  return from;
}

/** Up to here comparing is as quick as counting. */
const FEW = 512;
const DIGIT = 2047;
const DIGITS = [
  { half: 'low', shift: 0 },
  { half: 'low', shift: 11 },
  { half: 'low', shift: 22 },
  { half: 'high', shift: 0 },
  { half: 'high', shift: 11 },
  { half: 'high', shift: 22 },
] as const;

function sortableBits(numbers: ArrayLike<number>): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const { length } = numbers;
  const low = new Uint32Array(length);
  const high = new Uint32Array(length);
  const number = new Float64Array(1);
  const bits = new Uint32Array(number.buffer);
  // Which half comes first in memory depends on the machine.
  number[0] = 1;
  const [lowHalf, highHalf] = bits[1] === 0 ? [1, 0] : [0, 1];
  for (let at = 0; at < length; at += 1) {
    number[0] = numbers[at]! + 0;
    const isNegative = bits[highHalf]! >>> 31 === 1;
    low[at] = isNegative ? ~bits[lowHalf]! : bits[lowHalf]!;
    high[at] = isNegative ? ~bits[highHalf]! : bits[highHalf]! ^ 0x8000_0000;
  }
  return { low, high };
}

/** Where each value of a digit begins among all, or null where every number has the same. */
function startsOfDigit(keys: Uint32Array, shift: number): Int32Array | null {
  const starts = new Int32Array(DIGIT + 1);
  for (const key of keys) starts[(key >>> shift) & DIGIT]! += 1;
  if (starts[(keys[0]! >>> shift) & DIGIT] === keys.length) return null;
  let before = 0;
  for (let digit = 0; digit <= DIGIT; digit += 1) {
    const here = starts[digit]!;
    starts[digit] = before;
    before += here;
  }
  return starts;
}

/** A difference would be NaN between two infinities. */
function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
