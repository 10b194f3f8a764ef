import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { type FormBody, type FormResult, parseDateField, typedDateOf, wrong } from '../../../web/markup/index.ts';

/** A day gone by or today; null where all boxes are empty. `called` is how it is called within a sentence. */
export function readPastDay(
  body: FormBody,
  { field, called, today }: { readonly field: string; readonly called: string; readonly today: CalendarDay },
): FormResult<CalendarDay | null> {
  const typed = typedDateOf(body, field);
  if (Object.values(typed).every((part) => part === '')) return { ok: true, value: null };
  const day = parseDateField(typed, field, called);
  if (!day.ok || day.value <= today) return day;
  const sentence = `${called.charAt(0).toUpperCase()}${called.slice(1)}`;
  return wrong({ field, text: `${sentence} must be today or in the past`, target: `${field}-day` });
}
