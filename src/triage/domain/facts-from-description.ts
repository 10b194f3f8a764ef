import type { CalendarDay } from '../../shared/calendar-day.ts';
import { factsFromPerson, SETTLED_BY_DAYS } from './facts-from-person.ts';
import type { Offence } from './offence.ts';

/** The facts that a description of the person and of the offence settles. */
export const SETTLED_BY_DESCRIPTION = [...SETTLED_BY_DAYS, 'mode-of-trial'] as const;

/** What is known before anything is asked: what the days settle, and where the officer says the offence may be tried. */
export function factsFromDescription(
  bornOn: CalendarDay | null,
  offence: Offence,
  today: CalendarDay,
): { readonly [fact: string]: number | string } {
  const { modeOfTrial } = offence;
  const mode = modeOfTrial === null ? {} : { 'mode-of-trial': modeOfTrial };
  return { ...factsFromPerson(bornOn, offence, today), ...mode };
}
