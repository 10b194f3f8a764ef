import type { SeededRandom } from '../../shared/seeded-random.ts';
import { factorise } from '../matrix/cholesky.ts';
import { gammaVariate } from '../random/gamma-variate.ts';
import { normalVariate } from '../random/normal-variate.ts';
import { ascendingOrder } from '../sorting/ascending-order.ts';
import { crossProductsOf } from './independent-columns.ts';

export interface MatchingDraw {
  readonly values: Float64Array;
  /** Rows whose value was seen, and rows to be filled. */
  readonly seen: Int32Array;
  readonly missing: Int32Array;
  /** The columns that foretell it, the intercept among them; none a combination of others in the rows seen. */
  readonly predictors: readonly Float64Array[];
  readonly random: SeededRandom;
}

/** As R's mice. */
const DONORS = 5;

/**
 * Fills numbers with values that were seen in rows foretold to be alike.
 *
 *   b = least squares over the rows seen;   σ*² = residual squares / χ²(n − p);   b* ~ N(b, σ*² (X'X)⁻¹)
 *   each missing row takes the value of one, drawn by chance, of the five seen rows whose x·b is nearest to its x·b*
 *
 * Sources: R. Little, Journal of Business & Economic Statistics 6, 1988, 287-296; S. van Buuren, Flexible Imputation of
 * Missing Data, 2018, algorithm 3.3 (type 1 matching), as R's `mice.impute.pmm`. Filled values are always ones that occur:
 * no negative ages, no half convictions. Of rows that are equally far off, more than there is room for among the five,
 * each missing row draws anew: with few predictors hundreds are, and five of them taken once for all would make every
 * completed data set repeat five values, and differ from the next many times too much. Answers the values of `missing`,
 * in their order.
 */
export function predictiveMeanMatching({ values, seen, missing, predictors, random }: MatchingDraw): Float64Array {
  const p = predictors.length;
  const x = predictors.map((column) => Float64Array.from(seen, (row) => column[row]!));
  const y = Float64Array.from(seen, (row) => values[row]!);
  const factor = factorise(crossProductsOf(x), p, 0);
  const b = factor.solve(x.map((column) => column.reduce((sum, value, at) => sum + value * y[at]!, 0)));
  const foretold = linear(x, b);
  const squares = foretold.reduce((sum, value, at) => sum + (y[at]! - value) ** 2, 0);
  const sigma = Math.sqrt(squares / (2 * gammaVariate(random, Math.max(seen.length - p, 1) / 2)));
  const step = factor.solveTransposed(Float64Array.from({ length: p }, () => normalVariate(random)));
  const drawn = b.map((coefficient, at) => coefficient + sigma * step[at]!);

  const shuffled = Int32Array.from(seen.keys());
  random.shuffle(shuffled);
  const order = ascendingOrder(Float64Array.from(shuffled, (at) => foretold[at]!));
  const donors = order.map((place) => shuffled[place]!);
  const sorted = Float64Array.from(donors, (at) => foretold[at]!);
  const target = linear(
    predictors.map((column) => Float64Array.from(missing, (row) => column[row]!)),
    drawn,
  );
  return target.map((value) => y[donors[drawDonor(sorted, value, random)]!]!);
}

function linear(columns: readonly Float64Array[], coefficients: Float64Array): Float64Array {
  const sums = new Float64Array(columns[0]!.length);
  for (const [at, column] of columns.entries()) {
    for (let row = 0; row < sums.length; row += 1) sums[row]! += coefficients[at]! * column[row]!;
  }
  return sums;
}

/** Distances closer than this, in parts of the largest number foretold, are equal. */
const AS_FAR = 1e-12;

/** The place of one of the nearest few of an ascending list; the last places among them go by chance to those as far off. */
function drawDonor(sorted: Float64Array, value: number, random: SeededRandom): number {
  const [first, count] = nearest(sorted, value);
  const drawn = first + random.below(count);
  const distance = (place: number) => Math.abs(sorted[place]! - value);
  const furthest = Math.max(distance(first), distance(first + count - 1));
  const slack = AS_FAR * Math.max(Math.abs(sorted[0]!), Math.abs(sorted.at(-1)!), Math.abs(value));
  if (distance(drawn) < furthest - slack) return drawn;
  // Those as far off as the furthest lie from `start` to `from`, and from `to` to `end`.
  const start = firstPlace(sorted, (seen) => seen >= value - furthest - slack);
  const end = firstPlace(sorted, (seen) => seen > value + furthest + slack);
  if (end - start === count) return drawn;
  const from = firstPlace(sorted, (seen) => seen > value - furthest + slack);
  const to = firstPlace(sorted, (seen) => seen >= value + furthest - slack);
  const nearer = Math.max(0, to - from);
  const tied = start + random.below(end - start - nearer);
  return tied < from ? tied : tied + nearer;
}

/** The first place of an ascending list at which something holds that goes on holding; its length if none. */
function firstPlace(sorted: Float64Array, holds: (seen: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where the nearest few numbers of an ascending list begin, and how many they are. */
function nearest(sorted: Float64Array, value: number): readonly [number, number] {
  const count = Math.min(DONORS, sorted.length);
  let first = firstPlace(sorted, (seen) => seen >= value);
  let end = first;
  while (end - first < count) {
    const below = first > 0 ? value - sorted[first - 1]! : Infinity;
    const above = end < sorted.length ? sorted[end]! - value : Infinity;
    if (below <= above) first -= 1;
    else end += 1;
  }
  return [first, count];
}
