import type { FormResult } from './form-error.ts';

/** A time of day in minutes since midnight, in London. */
export type MinuteOfDay = number;

const TIME = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/i;

/** Reads "2:30pm", "14:30", "1430", "9am". A bare hour without am or pm is not clear enough. */
export function parseTimeField(typed: string, field: string): FormResult<MinuteOfDay> {
  if (typed === '') return { ok: false, errors: [{ field, text: 'Enter a time, like 9:30am or 14:30' }] };
  const minute = minuteOf(typed);
  if (minute !== null) return { ok: true, value: minute };
  return { ok: false, errors: [{ field, text: 'Enter a time in the correct format, like 9:30am or 14:30' }] };
}

function minuteOf(typed: string): MinuteOfDay | null {
  const [, hours = '', minutes, half] = TIME.exec(typed.replace(/^midday$|^noon$/i, '12pm')) ?? [];
  if (hours === '' || (minutes === undefined && half === undefined)) return null;
  const minute = Number(minutes ?? 0);
  if (minute > 59) return null;
  if (half === undefined) return Number(hours) > 23 ? null : Number(hours) * 60 + minute;
  if (Number(hours) < 1 || Number(hours) > 12) return null;
  return ((Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)) * 60 + minute;
}
