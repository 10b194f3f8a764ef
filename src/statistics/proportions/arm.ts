import type { StatisticsRefusal } from '../refusal.ts';

/** So many of `n` had the event. */
export interface Arm {
  readonly events: number;
  readonly n: number;
}

/** A range of values that the data do not speak against, at a confidence `level`. An end may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An estimate with its interval. */
export interface Estimate extends Interval {
  readonly estimate: number;
}

/** What keeps arms and a confidence level from being worked with, or null. Counts are whole, and n is at least 1. */
export function faultOfArms(arms: readonly Arm[], level: number): StatisticsRefusal | null {
  for (const { events, n } of arms) {
    if (!Number.isFinite(events) || !Number.isFinite(n)) {
      return { code: 'not-a-number', message: `A count is not a finite number: ${events} of ${n}.` };
    }
    if (n === 0) return { code: 'no-observations', message: 'An arm has nobody in it.' };
    if (!Number.isInteger(events) || !Number.isInteger(n) || events < 0 || events > n) {
      return { code: 'out-of-range', message: `${events} of ${n} is no count of events among people.` };
    }
  }
  return faultOfLevel(level);
}

/** What keeps a confidence level from being one, or null. */
export function faultOfLevel(level: number): StatisticsRefusal | null {
  if (level > 0 && level < 1) return null;
  return { code: 'out-of-range', message: `A confidence level lies between 0 and 1; ${level} does not.` };
}
