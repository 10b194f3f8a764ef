import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { logGamma } from '../special/log-gamma.ts';
import { designOf, type Design, type RegressionRows } from './design.ts';

/** A design whose outcomes are counts. */
export interface CountDesign {
  readonly design: Design;
  readonly events: number;
  /** Σ w log y!, the part of the likelihood that no coefficient changes. */
  readonly logFactorials: number;
  /** Σ w (y log y − y), twice which less twice the likelihood is the deviance of Poisson counts. */
  readonly saturated: number;
}

/** Checks that outcomes are whole and not below zero, and that somebody has any. */
export function countDesign(rows: RegressionRows): Result<CountDesign, StatisticsRefusal> {
  const made = designOf(rows);
  if (!made.ok) return made;
  const { y, n, weight } = made.value;
  let events = 0;
  let weighed = 0;
  let logFactorials = 0;
  let saturated = 0;
  for (let row = 0; row < n; row += 1) {
    const count = y[row]!;
    if (!Number.isInteger(count) || count < 0) {
      return refuseFor('out-of-range', `The outcome of row ${row + 1} is ${count}, which is no count.`);
    }
    const w = weight === null ? 1 : weight[row]!;
    events += count;
    weighed += w * count;
    if (count > 1) logFactorials += w * logGamma(count + 1);
    if (count > 0) saturated += w * (count * Math.log(count) - count);
  }
  if (weighed === 0) return refuseFor('no-events', 'Every count is zero, so no rate can be compared.');
  return ok({ design: made.value, events, logFactorials, saturated });
}
