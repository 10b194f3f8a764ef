import { nationOfForce, type TimeLimitDocument } from '../../../schemes/domain/index.ts';
import { addMonths } from '../../../shared/add-months.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import type { RecordedFacts } from '../../../triage/domain/index.ts';
import type { TimeLimitFlag } from '../case-event.ts';
import type { CaseRecord } from '../case-state.ts';
import { dayOfOffence, holdsForCase, type LawBook } from '../law-of-case.ts';

const NOT_KNOWN: TimeLimitFlag = { applies: 'not-known', lastDay: null, passed: false };

/**
 * Whether a charge is still in time, by the limits in the law documents of the case's nation. They are tried in order, and
 * the first that holds counts. One before it that may hold, of a fact that nobody recorded, counts as well: only what all of
 * these agree on is known. Where none holds, or the day of the offence is not known, the limit is not.
 */
export function statutoryTimeLimit(book: LawBook, record: CaseRecord, today: CalendarDay): TimeLimitFlag {
  const { limits, oneHolds } = limitsThatMayHold(book, record, today);
  const [first, ...others] = limits.map((limit) => flagOf(limit, record, today));
  const agree = others.every(({ applies, lastDay }) => applies === first?.applies && lastDay === first.lastDay);
  return oneHolds && first !== undefined && agree ? first : NOT_KNOWN;
}

/** Where the last day turns on more than the offence, only the latest day that it could be is certain. */
function flagOf(limit: TimeLimitDocument, record: CaseRecord, today: CalendarDay): TimeLimitFlag {
  if (limit.months === null) return limit.certain ? { applies: 'no', lastDay: null, passed: false } : NOT_KNOWN;
  const occurredOn = dayOfOffence(record);
  if (occurredOn === null) return NOT_KNOWN;
  const lastDay = addMonths(occurredOn, limit.months);
  const passed = today > lastDay;
  return limit.certain || passed ? { applies: 'yes', lastDay, passed } : NOT_KNOWN;
}

interface LimitsThatMayHold {
  readonly limits: readonly TimeLimitDocument[];
  /** Whether the last of them is known to hold; where none is, no limit may count at all. */
  readonly oneHolds: boolean;
}

/** Every limit that may hold for a case, up to the first that is known to. */
export function limitsThatMayHold(book: LawBook, record: CaseRecord, today: CalendarDay): LimitsThatMayHold {
  const asRecorded = triedOn({}, { book, record, today });
  const tried = (goesByItsKind(asRecorded, record) ? triedOn(EITHER_WAY, { book, record, today }) : asRecorded).filter(
    ({ holds }) => holds !== 'no',
  );
  const first = tried.findIndex(({ holds }) => holds === 'yes');
  const counted = first === -1 ? tried : tried.slice(0, first + 1);
  return { limits: counted.map(({ limit }) => limit), oneHolds: first !== -1 };
}

interface Trying {
  readonly book: LawBook;
  readonly record: CaseRecord;
  readonly today: CalendarDay;
}

interface Tried {
  readonly limit: TimeLimitDocument;
  readonly holds: ReturnType<typeof holdsForCase>;
}

function triedOn(facts: RecordedFacts, { book, record, today }: Trying): readonly Tried[] {
  return limitsFor(book, record).map((limit) => ({
    limit,
    holds: holdsForCase(book, record, { rule: limit.holdsFor, facts, today }),
  }));
}

const EITHER_WAY: RecordedFacts = { 'mode-of-trial': 'either-way' };

/**
 * An offence of a kind that the Crown Court may try, as the law documents list them, is one that it may try, where the
 * officer does not say otherwise: that nobody said so leaves nothing open.
 */
function goesByItsKind(tried: readonly Tried[], { offence, facts }: CaseRecord): boolean {
  const isSaid = offence.modeOfTrial !== null || 'mode-of-trial' in facts;
  return !isSaid && tried.some(({ limit, holds }) => holds === 'yes' && limit.months === null && limit.certain);
}

function limitsFor({ laws }: LawBook, { force }: CaseRecord): readonly TimeLimitDocument[] {
  const nation = nationOfForce(force);
  return laws.filter((law) => law.nation.includes(nation)).flatMap(({ limits = [] }) => limits);
}
