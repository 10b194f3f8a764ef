import type { CalendarDay } from '../../shared/calendar-day.ts';

/** Days and moments as GOV.UK writes them, always in the time of London, whatever the server's zone. */

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** `22 November 2026`. A calendar day has no zone: it is read at noon, which is the same day in London. */
export function formatDay(day: CalendarDay): string {
  return dayFormat.format(new Date(`${day}T12:00:00Z`));
}

/** `3:54pm`, `midnight`, `midday`, `9am`: GOV.UK's style for times. */
export function formatTime(moment: Date): string {
  const [hour = 0, minute = 0] = clockFormat.format(moment).split(':').map(Number);
  if (hour === 0 && minute === 0) return 'midnight';
  if (hour === 12 && minute === 0) return 'midday';
  const hourOfTwelve = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hourOfTwelve}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/** `22 November 2026 at 3:54pm`. */
export function formatDateTime(moment: Date): string {
  return `${dayFormat.format(moment)} at ${formatTime(moment)}`;
}

/** `3 days`, `1 day`, `5 hours`, `less than an hour`: how long somebody has been waiting, in whole units gone by. */
export function formatWait(from: Date, to: Date): string {
  const hours = Math.floor((to.getTime() - from.getTime()) / 3_600_000);
  if (hours < 1) return 'less than an hour';
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}

export { londonInstant, londonInstants } from '../../shared/london-instants.ts';
