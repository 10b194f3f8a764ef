import type { TypedDate } from './date-field.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/**
 * The parts of a day that was typed in one line: "17 5 1999", "17/05/1999", "17 May 1999", or eight figures alone, as the
 * keys for numbers of a telephone give them. What is none of these is no day, and its parts make none.
 */
export function typedDayIn(line: string): TypedDate {
  const figures = /^(\d{2})(\d{2})(\d{4})$/.exec(line);
  const parts = figures?.slice(1) ?? line.split(/[\s/.,-]+/).filter((part) => part !== '');
  const [day = '', month = '', year = '', ...more] = parts;
  if (more.length > 0) return { day: line, month: '', year: '' };
  return { day, month: monthOf(month), year };
}

/** The number of a month by its name, or the first three letters of it; what is no name as it was typed. */
function monthOf(typed: string): string {
  const name = typed.toLowerCase();
  const at = MONTHS.findIndex((month) => name.length >= 3 && month.startsWith(name));
  return at === -1 ? typed : String(at + 1);
}

/** A day in one line, to be shown and typed again. */
export function dayLine(day: string): string {
  const [year, month, dayOfMonth] = day.split('-');
  return `${Number(dayOfMonth)} ${Number(month)} ${year}`;
}
