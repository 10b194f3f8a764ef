import type { Vocabulary } from '../../eligibility/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import { ageOn } from './facts-from-person.ts';

/** What can be wrong with a date of birth, where it is a day of the calendar. */
export type BirthdayFault = 'in-the-future' | 'too-long-ago' | 'after-the-offence';

/** The days that a date of birth is held against, and the highest age that a fact takes. */
export interface BirthdayLimits {
  readonly today: CalendarDay;
  /** The day of the offence; null where it is not known. */
  readonly occurredOn: CalendarDay | null;
  readonly oldest: number;
}

/** Whether somebody can have been born on that day: neither to come, nor after the offence, nor older than anybody is. */
export function birthdayFault(
  bornOn: CalendarDay,
  { today, occurredOn, oldest }: BirthdayLimits,
): BirthdayFault | null {
  if (bornOn > today) return 'in-the-future';
  if (ageOn(bornOn, today) > oldest) return 'too-long-ago';
  return occurredOn !== null && bornOn > occurredOn ? 'after-the-offence' : null;
}

/** The highest age that the facts take: a date of birth that gives a higher one is a slip of the finger. */
export function oldestAge({ byId }: Vocabulary): number {
  const most = ['age', 'age-today'].map((fact) => {
    const type = byId.get(fact)?.type;
    return type?.kind === 'number' ? type.most : Infinity;
  });
  return Math.min(...most);
}
