import { ok, type Result } from '../../shared/result.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { rankTimes } from './ranked-times.ts';
import { checkRows, type SurvivalRows } from './survival-rows.ts';

/** At each distinct time: how many were still watched just before it, how many had the event, and how many left. */
export interface RiskTable {
  readonly n: number;
  readonly events: number;
  readonly times: Float64Array;
  readonly atRisk: Int32Array;
  readonly deaths: Int32Array;
  readonly censored: Int32Array;
}

/** Counts rows by time. A row that leaves at a time at which another has the event is still at risk of it then. */
export function riskTable(rows: SurvivalRows): Result<RiskTable, StatisticsRefusal> {
  const checked = checkRows(rows);
  if (!checked.ok) return checked;
  const { time, event, events } = checked.value;
  const { distinct, rank } = rankTimes(time);
  const deaths = new Int32Array(distinct.length);
  const censored = new Int32Array(distinct.length);
  for (let row = 0; row < rank.length; row += 1) {
    if (event[row] === 1) deaths[rank[row]!]! += 1;
    else censored[rank[row]!]! += 1;
  }
  const atRisk = new Int32Array(distinct.length);
  let left = 0;
  for (let at = distinct.length - 1; at >= 0; at -= 1) atRisk[at] = left += deaths[at]! + censored[at]!;
  return ok({ n: rank.length, events, times: distinct, atRisk, deaths, censored });
}

/** The last place in ascending `times` that is not after `time`; −1 where all are. */
export function lastNotAfter(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
