import { nationOfForce, type TimeLimitDocument } from '../../../schemes/domain/index.ts';
import { addMonths } from '../../../shared/add-months.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import type { TimeLimitFlag } from '../case-event.ts';
import type { CaseRecord } from '../case-state.ts';
import { dayOfOffence, isKnownToHold, type LawBook } from '../law-of-case.ts';

const NOT_KNOWN: TimeLimitFlag = { applies: 'not-known', lastDay: null, passed: false };

/**
 * Whether a charge is still in time, by the limits in the law documents of the case's nation: the first that is known to
 * hold for the case counts. Where none is, or the day of the offence is not known, neither is the limit. Where the last
 * day turns on more than the offence, only the latest day there could be is certain.
 */
export function statutoryTimeLimit(book: LawBook, record: CaseRecord, today: CalendarDay): TimeLimitFlag {
  const limit = limitThatHolds(book, record, today);
  if (limit === undefined) return NOT_KNOWN;
  if (limit.months === null) return limit.certain ? { applies: 'no', lastDay: null, passed: false } : NOT_KNOWN;
  const occurredOn = dayOfOffence(record);
  if (occurredOn === null) return NOT_KNOWN;
  const lastDay = addMonths(occurredOn, limit.months);
  const passed = today > lastDay;
  return limit.certain || passed ? { applies: 'yes', lastDay, passed } : NOT_KNOWN;
}

/** The limit that counts for the case; undefined where none is known to hold. */
export function limitThatHolds(book: LawBook, record: CaseRecord, today: CalendarDay): TimeLimitDocument | undefined {
  return limitsFor(book, record).find(({ holdsFor }) => isKnownToHold(book, record, { rule: holdsFor, today }));
}

function limitsFor({ laws }: LawBook, { force }: CaseRecord): readonly TimeLimitDocument[] {
  const nation = nationOfForce(force);
  return laws.filter((law) => law.nation.includes(nation)).flatMap(({ limits = [] }) => limits);
}
