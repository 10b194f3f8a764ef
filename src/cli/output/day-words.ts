import type { CalendarDay } from '../../shared/calendar-day.ts';

const FORMAT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day as people write it: 1 April 2015. */
export function dayWords(day: CalendarDay): string {
  return FORMAT.format(new Date(`${day}T00:00:00Z`));
}
