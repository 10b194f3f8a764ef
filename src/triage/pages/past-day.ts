import { type CalendarDay, calendarDayOf } from '../../shared/calendar-day.ts';
import {
  type FormBody,
  formatDay,
  type FormResult,
  parseDateField,
  typedDateOf,
  wrong,
} from '../../web/markup/index.ts';

/** Nobody who is diverted was born before it, and nothing was done: it is a slip of the finger. */
const EARLIEST = calendarDayOf('1900-01-01');

interface PastDay {
  readonly field: string;
  /** How it is called within a sentence: "the date of birth". */
  readonly called: string;
  readonly today: CalendarDay;
}

/** A day gone by or today; null where all boxes are empty. */
export function readPastDay(body: FormBody, past: PastDay): FormResult<CalendarDay | null> {
  const isEmpty = Object.values(typedDateOf(body, past.field)).every((part) => part === '');
  return isEmpty ? { ok: true, value: null } : requiredPastDay(body, past);
}

/** A day gone by or today, which must be there. */
export function requiredPastDay(body: FormBody, { field, called, today }: PastDay): FormResult<CalendarDay> {
  const day = parseDateField(typedDateOf(body, field), field, called);
  if (!day.ok) return day;
  const must = (what: string): FormResult<never> =>
    wrong({
      field,
      text: `${called.charAt(0).toUpperCase()}${called.slice(1)} must be ${what}`,
      target: `${field}-day`,
    });
  if (day.value > today) return must('today or in the past');
  return day.value < EARLIEST ? must(`the same as or after ${formatDay(EARLIEST)}`) : day;
}
