import { type CalendarDay, parseCalendarDay } from '../../../shared/calendar-day.ts';
import { type FormBody, textOf } from './form-body.ts';
import type { FormError, FormResult } from './form-error.ts';

const PARTS = ['day', 'month', 'year'] as const;

/** The three boxes of a date as typed, to show them again. */
export interface TypedDate {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** The three boxes `<field>-day`, `-month`, `-year` as typed. */
export function typedDateOf(body: FormBody, field: string): TypedDate {
  return {
    day: textOf(body, `${field}-day`),
    month: textOf(body, `${field}-month`),
    year: textOf(body, `${field}-year`),
  };
}

/**
 * The day typed into the three boxes, or what is wrong with it, worded as GOV.UK does.
 * `called` is how the field is called in the middle of a sentence: "the date of the appointment".
 */
export function parseDateField(typed: TypedDate, field: string, called: string): FormResult<CalendarDay> {
  const missing = PARTS.filter((part) => typed[part] === '');
  if (missing.length === PARTS.length) return wrong(field, 'day', `Enter ${called}`);
  const [firstMissing] = missing;
  if (firstMissing) return wrong(field, firstMissing, `${sentence(called)} must include a ${missing.join(' and ')}`);
  const day = parseCalendarDay(`${typed.year}-${typed.month.padStart(2, '0')}-${typed.day.padStart(2, '0')}`);
  return day === null ? wrong(field, 'day', `${sentence(called)} must be a real date`) : { ok: true, value: day };
}

function wrong(field: string, part: string, text: string): { ok: false; errors: readonly FormError[] } {
  return { ok: false, errors: [{ field, text, target: `${field}-${part}` }] };
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
