import type { CalendarDay } from '../../../shared/calendar-day.ts';
import type { OutcomeBasis } from '../case-event.ts';
import type { CaseRecord } from '../case-state.ts';
import type { LawBook } from '../law-of-case.ts';

/** What an outcome is judged on. */
export interface OutcomeAttempt {
  readonly law: LawBook;
  readonly type: string | null;
  readonly basis: OutcomeBasis;
  readonly record: CaseRecord;
  /** The person's age on the day when the outcome is given; null where the birthday is not known. */
  readonly ageToday: number | null;
  /** The rank of whoever records it: what needs a higher one needs somebody named. */
  readonly actorRank: 'officer' | 'sergeant';
  /** The outcome type the scheme gives on completion; null where none applies. */
  readonly schemeType: string | null;
  readonly schemeKind: string;
  /** The ways of ending a case that the scheme names: where it leads to no outcome type, they say whose law it is. */
  readonly schemeDisposals: readonly string[];
  readonly activityDone: boolean;
  readonly returnedForProsecution: boolean;
  readonly timeLimitPassed: boolean;
  readonly today: CalendarDay;
  readonly pcscCautionsCommenced: boolean;
}

/** What of an attempt the law's clauses turn on. */
export type JudgedBy = Pick<
  OutcomeAttempt,
  'law' | 'record' | 'basis' | 'today' | 'ageToday' | 'schemeKind' | 'actorRank' | 'activityDone'
>;
