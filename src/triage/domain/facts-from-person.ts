import { daysBetween, type CalendarDay } from '../../shared/calendar-day.ts';
import type { Offence } from './offence.ts';

/**
 * What a date of birth and the day of the offence settle without asking: the age on that day, and how long ago it was.
 * Where the day of the offence is not known the age is as of today.
 */
export function factsFromPerson(
  bornOn: CalendarDay | null,
  offence: Offence,
  today: CalendarDay,
): { readonly [fact: string]: number } {
  const { occurredOn } = offence;
  const age = bornOn === null ? {} : { age: wholeYears(bornOn, occurredOn ?? today) };
  const ago = occurredOn === null ? {} : { 'offence-age-days': Math.max(0, daysBetween(occurredOn, today)) };
  return { ...age, ...ago };
}

/** Birthdays passed; somebody born on 29 February has theirs on 1 March in other years. */
function wholeYears(bornOn: CalendarDay, on: CalendarDay): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return Math.max(0, on.slice(5) < bornOn.slice(5) ? years - 1 : years);
}
