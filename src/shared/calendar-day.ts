import type { z } from 'zod';

/**
 * A day of the calendar, `YYYY-MM-DD`, with no time and no zone. Two days compare with `<` as text does.
 * Law and schemes speak of days; instants are turned into days in Europe/London, where every scheme is.
 * The brand is zod's, so that a schema can give it (calendar-day-schema.ts); of zod only the type is used here.
 */
export type CalendarDay = string & z.core.$brand<'CalendarDay'>;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** The day written as `YYYY-MM-DD`, or null where the text is no day of the calendar (2023-02-29, 2023-13-01). */
export function parseCalendarDay(text: string): CalendarDay | null {
  const parts = DAY.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (day < 1 || day > daysInMonth(year, month)) return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the brand: made here alone, of a text that is such a day
  return text as CalendarDay;
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has, January being 1; 0 where there is no such month. */
export function daysInMonth(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeapYear ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The day, for text that a program wrote; throws where it is none. */
export function calendarDayOf(text: string): CalendarDay {
  const day = parseCalendarDay(text);
  if (day === null) throw new Error(`"${text}" is not a calendar day (YYYY-MM-DD)`);
  return day;
}

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in London at an instant: 2016-05-31T23:01Z is 1 June 2016 there. */
export function londonDayOf(instant: Date): CalendarDay {
  return calendarDayOf(londonDay.format(instant));
}

/** The day `days` whole days after (or, negative, before). */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return calendarDayOf(new Date(instantOf(day) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((instantOf(to) - instantOf(from)) / MILLISECONDS_PER_DAY);
}

function instantOf(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}
