import { daysBetween, type CalendarDay } from '../../shared/calendar-day.ts';
import type { Offence } from './offence.ts';

/** The facts that a date of birth and the day of the offence settle. */
export const SETTLED_BY_DAYS = ['age', 'age-today', 'offence-age-days'] as const;

/**
 * What a date of birth and the day of the offence settle without asking: the age on that day and the age today, which is
 * never below it, and how long ago it was. Where the day of the offence is not known the age is as of today.
 */
export function factsFromPerson(
  bornOn: CalendarDay | null,
  offence: Offence,
  today: CalendarDay,
): { readonly [fact: string]: number } {
  const { occurredOn } = offence;
  const ages = bornOn === null ? {} : agesOf(bornOn, { occurredOn: occurredOn ?? today, today });
  const ago = occurredOn === null ? {} : { 'offence-age-days': Math.max(0, daysBetween(occurredOn, today)) };
  return { ...ages, ...ago };
}

function agesOf(bornOn: CalendarDay, days: { readonly occurredOn: CalendarDay; readonly today: CalendarDay }) {
  const age = ageOn(bornOn, days.occurredOn);
  return { age, 'age-today': Math.max(age, ageOn(bornOn, days.today)) };
}

/** Birthdays passed; somebody born on 29 February has theirs on 1 March in other years. */
export function ageOn(bornOn: CalendarDay, on: CalendarDay): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return Math.max(0, on.slice(5) < bornOn.slice(5) ? years - 1 : years);
}
