import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

/** What happened to each person: how long they were watched, and whether that ended with the event (1) or not (0). */
export interface SurvivalRows {
  readonly time: ArrayLike<number>;
  readonly event: ArrayLike<number>;
}

/** The same, checked: times finite and not below zero, events 0 or 1, as many of the one as of the other. */
export interface CheckedRows {
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly events: number;
}

/** Checks rows once, so that the loops after it need not. Whole columns of the right kind are not copied. */
export function checkRows({ time, event }: SurvivalRows): Result<CheckedRows, StatisticsRefusal> {
  if (time.length !== event.length) {
    return refuseFor('unequal-lengths', `There are ${time.length} times and ${event.length} marks of events.`);
  }
  if (time.length === 0) return refuseFor('no-observations', 'There is no row to work with.');
  const times = time instanceof Float64Array ? time : Float64Array.from(time);
  const marks = new Uint8Array(times.length);
  let events = 0;
  for (let row = 0; row < times.length; row += 1) {
    if (!(times[row]! >= 0 && times[row]! < Number.POSITIVE_INFINITY)) {
      const fault = `The time of row ${row + 1} is ${times[row]}; times are finite and not below zero.`;
      return refuseFor(times[row]! < 0 ? 'out-of-range' : 'not-a-number', fault);
    }
    const mark = event[row]!;
    if (mark !== 0 && mark !== 1) {
      return refuseFor(
        'out-of-range',
        `The event of row ${row + 1} is ${mark}; it is 1 where it happened and 0 where not.`,
      );
    }
    marks[row] = mark;
    events += mark;
  }
  return ok({ time: times, event: marks, events });
}
