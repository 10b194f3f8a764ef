import { londonDayOf, parseCalendarDay, type CalendarDay } from '../shared/calendar-day.ts';
import { InputFault } from './exit.ts';

/** The day of `--as-of`, or today in London where it is not given. Throws `InputFault` where it is no day. */
export function readAsOf(command: string, given: string | undefined): CalendarDay {
  if (given === undefined) return londonDayOf(new Date());
  const day = parseCalendarDay(given);
  if (day === null)
    throw new InputFault(`${command}: --as-of ${given} is not a day of the calendar; write it as 2024-05-31`);
  return day;
}
