import { londonDayOf, parseCalendarDay, type CalendarDay } from '../shared/calendar-day.ts';
import { InputFault } from './exit.ts';

/** The day of `--as-of`, or today in London where it is not given. Throws `InputFault` where it is no day. */
export function readAsOf(command: string, text: string | undefined): CalendarDay {
  if (text === undefined) return londonDayOf(new Date());
  const day = parseCalendarDay(text);
  if (day === null)
    throw new InputFault(`${command}: --as-of ${text} is not a day of the calendar; write it as 2024-05-31`);
  return day;
}
