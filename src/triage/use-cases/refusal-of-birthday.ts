import { londonDayOf } from '../../shared/calendar-day.ts';
import { birthdayFault, oldestAge } from '../domain/birthday-fault.ts';
import type { Offence } from '../domain/offence.ts';
import type { Person } from '../domain/person.ts';
import { triageRefusal, type TriageRefusal } from '../domain/triage-refusal.ts';
import type { TriageWork } from './triage-work.ts';

/** Why nobody can have been born on the day that is given for the person; null where somebody can, or none is given. */
export function refusalOfBirthday(
  { catalogue, clock }: Pick<TriageWork, 'catalogue' | 'clock'>,
  person: Person | null,
  { occurredOn }: Offence,
): TriageRefusal | null {
  if (person === null || person.bornOn === null) return null;
  const limits = { today: londonDayOf(clock()), occurredOn, oldest: oldestAge(catalogue.vocabulary) };
  const fault = birthdayFault(person.bornOn, limits);
  return fault === null ? null : triageRefusal('birthday-not-valid', fault);
}
