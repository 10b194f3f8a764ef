import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { factsFromPerson, type Person } from '../../../triage/index.ts';
import type { CaseRecord } from '../../domain/case-state.ts';

/** How old the person was, and is, in whole years; null where that is not known exactly. */
export interface Ages {
  readonly atTheOffence: number | null;
  readonly today: number | null;
  /** Whether the day of the offence is not known, so that the age at it is that of the day of the triage. */
  readonly isAssumed: boolean;
}

/** Both ages: of the date of birth where there is one, else as they were answered. */
export function agesOf(
  { facts, offence }: Pick<CaseRecord, 'facts' | 'offence'>,
  { bornOn }: Pick<Person, 'bornOn'>,
  today: CalendarDay,
): Ages {
  const born = factsFromPerson(bornOn, offence, today);
  const isDated = bornOn !== null && offence.occurredOn !== null;
  return {
    atTheOffence: (isDated ? born['age'] : undefined) ?? exactly(facts['age']),
    today: born['age-today'] ?? exactly(facts['age-today']),
    isAssumed: bornOn !== null && offence.occurredOn === null,
  };
}

/** `17 on the day of the offence, 18 today`; null where neither is known. */
export function agesInWords({ atTheOffence, today, isAssumed }: Ages): string | null {
  const parts = [
    atTheOffence === null
      ? null
      : `${atTheOffence} on the day of the offence${isAssumed ? ' (taken as of the triage, since that day is not known)' : ''}`,
    today === null ? null : `${today} today`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}

function exactly(value: CaseRecord['facts'][string] | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
