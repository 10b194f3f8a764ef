import { rankValues } from '../sorting/rank-values.ts';

/** Times as their places among the distinct ones. */
export interface RankedTimes {
  /** The distinct times, ascending. */
  readonly distinct: Float64Array;
  /** For each row, where its time stands in `distinct`. */
  readonly rank: Int32Array;
}

/** Times closer than this, absolutely or in parts of the mean time, are one time: the difference is left by rounding. */
const ONE_TIME = Math.sqrt(Number.EPSILON);

/**
 * Ranks times. Whole numbers over a range not much wider than there are rows (days) are counted, which needs no sort;
 * others are sorted, and times that only rounding holds apart are taken as tied, as R's survival package does
 * (Therneau, "timefix").
 */
export function rankTimes(time: Float64Array): RankedTimes {
  return rankWholeTimes(time) ?? rankAnyTimes(time);
}

function rankWholeTimes(time: Float64Array): RankedTimes | null {
  let last = 0;
  for (let row = 0; row < time.length; row += 1) {
    const at = time[row]!;
    if ((at | 0) !== at) return null;
    if (at > last) last = at;
  }
  if (last > 4 * time.length + 65_536) return null;
  const place = new Int32Array(last + 1);
  for (let row = 0; row < time.length; row += 1) place[time[row]!] = 1;
  let count = 0;
  for (let at = 0; at <= last; at += 1) if (place[at] === 1) place[at] = ++count;
  const distinct = new Float64Array(count);
  for (let at = 0; at <= last; at += 1) if (place[at] !== 0) distinct[place[at]! - 1] = at;
  const rank = new Int32Array(time.length);
  for (let row = 0; row < time.length; row += 1) rank[row] = place[time[row]!]! - 1;
  return { distinct, rank };
}

function rankAnyTimes(time: Float64Array): RankedTimes {
  const exact = rankValues(time, 0);
  const mean = exact.distinct.reduce((sum, value) => sum + value, 0) / exact.count;
  const gap = Math.max(ONE_TIME, ONE_TIME * mean);
  return isApart(exact.distinct, gap) ? exact : rankValues(time, gap);
}

function isApart(distinct: Float64Array, gap: number): boolean {
  for (let at = 1; at < distinct.length; at += 1) if (distinct[at]! - distinct[at - 1]! <= gap) return false;
  return true;
}
