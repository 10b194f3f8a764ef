import { type CalendarDay, calendarDayOf } from '../../shared/calendar-day.ts';
import {
  type FormBody,
  formatDay,
  type FormResult,
  parseDateField,
  typedDateOf,
  wrong,
} from '../../web/markup/index.ts';

/** Nothing was done before it: it is a slip of the finger. */
const EARLIEST = calendarDayOf('1900-01-01');

interface PastDay {
  readonly field: string;
  /** How it is called within a sentence: "the date of birth". */
  readonly called: string;
  readonly today: CalendarDay;
  /** The first day that it can be; null where something else is held against it. 1 January 1900 where it is left out. */
  readonly earliest?: CalendarDay | null;
}

/** A day gone by or today; null where all boxes are empty. */
export function readPastDay(body: FormBody, past: PastDay): FormResult<CalendarDay | null> {
  const isEmpty = Object.values(typedDateOf(body, past.field)).every((part) => part === '');
  return isEmpty ? { ok: true, value: null } : requiredPastDay(body, past);
}

/** A day gone by or today, which must be there. */
export function requiredPastDay(body: FormBody, past: PastDay): FormResult<CalendarDay> {
  const { field, called, today, earliest = EARLIEST } = past;
  const day = parseDateField(typedDateOf(body, field), field, called);
  if (!day.ok) return day;
  const must = (what: string): FormResult<never> =>
    wrong({
      field,
      text: `${called.charAt(0).toUpperCase()}${called.slice(1)} must be ${what}`,
      target: `${field}-day`,
    });
  if (day.value > today) return must('today or in the past');
  if (earliest === null || day.value >= earliest) return day;
  return must(`the same as or after ${formatDay(earliest)}`);
}
