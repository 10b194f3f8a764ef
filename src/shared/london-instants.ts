import { londonDayOf, type CalendarDay } from './calendar-day.ts';

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * The instants at a minute of a day in London, in order: one on every day but two. In spring, when clocks go forward, the
 * hour left out has none; in autumn, when they go back, the hour that comes twice has two.
 */
export function londonInstants(day: CalendarDay, minuteOfDay: number): readonly Date[] {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * 60_000;
  return [new Date(asIfUtc - 3_600_000), new Date(asIfUtc)].filter(
    (moment) => londonDayOf(moment) === day && londonMinuteOf(moment) === minuteOfDay,
  );
}

/** The instant at a minute of a day in London. Of the hour that comes twice in autumn the first; of the one left out in spring the next. */
export function londonInstant(day: CalendarDay, minuteOfDay: number): Date {
  const asIfUtc = Date.parse(`${day}T00:00:00Z`) + minuteOfDay * 60_000;
  const inSummer = new Date(asIfUtc - 3_600_000);
  return londonMinuteOf(inSummer) === minuteOfDay % 1440 ? inSummer : new Date(asIfUtc);
}

/** The minute of the day it is in London at an instant. */
export function londonMinuteOf(moment: Date): number {
  const [hour = 0, minute = 0] = clockFormat.format(moment).split(':').map(Number);
  return hour * 60 + minute;
}
