import type { Nation } from '../../schemes/domain/index.ts';
import type { Rule } from '../../eligibility/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';

/** What follows when the activity is not completed, in the scheme document's words. */
export type NotCompletedThen = 'prosecute' | 'summons' | 'pay-penalty' | 'not-offered-again' | 'no-consequence';

/** One step of a scheme's pathway: `count` times (once where left out). */
export interface SchemeStep {
  readonly id: string;
  readonly kind: string;
  readonly count?: number;
}

/** What a case needs of a scheme document: everything that differs between schemes is read from here. */
export interface SchemeTerms {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** What the scheme does with the person, in the document's word: `deferred-prosecution` holds a decision to charge. */
  readonly kind: string;
  /** The ways of ending a case that its document names; left out where its outcome type says so. */
  readonly disposals?: readonly string[];
  /** The forces that run it; none where it is every force's of its nation. */
  readonly forces: readonly string[];
  /** Whose law it rests on, where its forces do not say. */
  readonly nation?: Nation;
  readonly standing: readonly { readonly from: CalendarDay; readonly is: string }[];
  readonly eligibility: readonly { readonly id: string; readonly rule: Rule }[];
  readonly pathway: {
    readonly agreement: {
      readonly mustInclude: readonly string[];
      /** Null where the scheme sets no limit. */
      readonly conditionsAtMost: number | null;
    } | null;
    readonly steps: readonly SchemeStep[];
    /** How many times one person may take part; null where no limit is set. */
    readonly repeats: { readonly atMost: number | null };
    /** The rungs of the scheme's own breach ladder, lowest first; left out where its document names none. */
    readonly breachLadder?: readonly string[];
  };
  readonly outcome: {
    /** The Home Office outcome type on completion; null where none applies. */
    readonly completed: { readonly type: string | null };
    readonly notCompleted: { readonly then: NotCompletedThen };
  };
}

/** Whether the scheme is live on a day: only then may it be offered, and a comparator never. */
export function isLiveOn(scheme: SchemeTerms, day: CalendarDay): boolean {
  return scheme.kind !== 'comparator' && scheme.standing.findLast((entry) => entry.from <= day)?.is === 'live';
}
