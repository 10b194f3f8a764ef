import {
  compileScheme,
  decide,
  type ClauseAnswer,
  type Decision,
  type Facts,
  type Vocabulary,
} from '../../eligibility/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Scheme } from './scheme-document.ts';

/** One scheme's answer about one person, beside the others'. */
export interface SchemeComparison {
  readonly scheme: Scheme;
  readonly decision: Decision;
  /** The clauses that the verdict turns on: see `decidingClauses`. */
  readonly deciding: readonly ClauseAnswer[];
}

/** One person against every scheme, in the order given. The facts must come from the same vocabulary. */
export function compareSchemes(
  schemes: readonly Scheme[],
  { vocabulary, facts, asOf }: { readonly vocabulary: Vocabulary; readonly facts: Facts; readonly asOf: CalendarDay },
): SchemeComparison[] {
  return schemes.map((scheme) => {
    const decision = decide(compileScheme(vocabulary, scheme), facts, asOf);
    return { scheme, decision, deciding: decidingClauses(decision) };
  });
}

/**
 * The clauses that a verdict turns on: those not met where the person is out, those still open where it waits for
 * facts or for a judgement. None where the person is in: then all of them do.
 */
export function decidingClauses({ verdict, clauses }: Decision): readonly ClauseAnswer[] {
  const turning = {
    eligible: [],
    ineligible: ['not-met'],
    'needs-information': ['not-known', 'for-discretion'],
    'needs-discretion': ['for-discretion'],
  }[verdict] as readonly string[];
  // What the law asks only later is not waited for.
  return clauses.filter(
    ({ result, settledBy }) => turning.includes(result) && (result === 'not-met' || settledBy === undefined),
  );
}
