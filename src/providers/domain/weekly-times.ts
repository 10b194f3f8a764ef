import { addDays, type CalendarDay } from '../../shared/calendar-day.ts';
import { londonInstants } from '../../shared/london-instants.ts';

/** The same hours in London on the same day of each of some weeks. */
export interface WeeklySeries {
  readonly from: CalendarDay;
  readonly weeks: number;
  /** Minutes since midnight in London. What ends no later than it starts ends on the next day. */
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface TimeOfSeries {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/**
 * The times of a series, and the days on which there is none: in the night when clocks go forward an hour is left out. Of
 * an hour that comes twice the first is meant. Ten in the morning stays ten in the morning over every change of clocks.
 */
export function weeklyTimes({ from, weeks, startsAt, endsAt }: WeeklySeries): {
  readonly times: readonly TimeOfSeries[];
  readonly leftOut: readonly CalendarDay[];
} {
  const days = Array.from({ length: weeks }, (_, week) => addDays(from, 7 * week));
  const times: TimeOfSeries[] = [];
  const leftOut: CalendarDay[] = [];
  for (const day of days) {
    const [start] = londonInstants(day, startsAt);
    const [end] = londonInstants(endsAt > startsAt ? day : addDays(day, 1), endsAt);
    if (start === undefined || end === undefined) leftOut.push(day);
    else times.push({ startsAt: start, endsAt: end });
  }
  return { times, leftOut };
}
