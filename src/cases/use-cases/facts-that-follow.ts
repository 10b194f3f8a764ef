import { londonDayOf, parseCalendarDay } from '../../shared/calendar-day.ts';
import { factsFromPerson, SETTLED_BY_DAYS, type Offence, type Person } from '../../triage/index.ts';
import type { CommandData } from '../domain/case-command.ts';
import type { AmendedValue } from '../domain/case-event.ts';
import type { CaseRecord } from '../domain/case-state.ts';
import type { CaseWork } from './case-work.ts';

/** As much of the person as facts follow from. */
export type PersonKnown = Pick<Person, 'bornOn'>;

interface Following {
  readonly work: Pick<CaseWork, 'clock'>;
  readonly record: CaseRecord;
  readonly person: PersonKnown;
}

/**
 * What follows from the date of birth and the day of the offence, as they are after an amendment: the age on that day,
 * the age today, and how long before the decision the offence was. Only what differs from the record; nothing where an
 * amendment is of another fact. Null as a value: it was settled by a day that is not known any more.
 */
export function factsThatFollow(
  { work, record, person: { bornOn } }: Following,
  amendment: Pick<CommandData['amend-fact'], 'fact' | 'new'> | null,
): readonly Omit<AmendedValue, 'old'>[] {
  if (amendment !== null && amendment.fact !== 'offence-occurred-on') return raisedAge(record, amendment);
  const offence = amendment === null ? record.offence : occurredOn(record.offence, amendment.new);
  const ages = factsFromPerson(bornOn, offence, londonDayOf(work.clock()));
  // The law is read as it was so many days before the decision: they are counted to its day, not to today.
  const { 'offence-age-days': ago } = factsFromPerson(null, offence, record.triagedOn);
  const after: { readonly [fact: string]: number | undefined } = { ...ages, 'offence-age-days': ago };
  return SETTLED_BY_DAYS.flatMap((fact): Omit<AmendedValue, 'old'>[] => {
    const value = after[fact];
    if (value === undefined) return amendment !== null && fact === 'offence-age-days' ? gone(record, fact) : [];
    return record.facts[fact] === value ? [] : [{ fact, new: value }];
  });
}

/** Nobody is younger today than on the day of the offence: an age amended by hand takes the age today with it. */
function raisedAge({ facts }: CaseRecord, { fact, new: age }: Pick<CommandData['amend-fact'], 'fact' | 'new'>) {
  const today = facts['age-today'];
  const isRaised = fact === 'age' && typeof age === 'number' && typeof today === 'number' && today < age;
  return isRaised ? [{ fact: 'age-today', new: age }] : [];
}

function gone({ facts }: CaseRecord, fact: string): Omit<AmendedValue, 'old'>[] {
  return fact in facts ? [{ fact, new: null }] : [];
}

function occurredOn(offence: Offence, value: CommandData['amend-fact']['new']): Offence {
  return { ...offence, occurredOn: typeof value === 'string' ? parseCalendarDay(value) : null };
}
