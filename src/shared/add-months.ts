import { calendarDayOf, daysInMonth, type CalendarDay } from './calendar-day.ts';

/**
 * The day that many months on (or, negative, before) by the calendar: the same day of that month, or its last day where
 * it has no such day. 31 January and one month is 28 February, or the 29th in a leap year; never a day of March.
 */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  if (!Number.isInteger(months)) throw new RangeError(`months are whole, not ${months}`);
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const dayOfMonth = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return calendarDayOf(`${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`);
}

function padded(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
