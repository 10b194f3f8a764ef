import type { ClauseAnswer } from './compile-scheme.ts';
import type { Verdict } from './decide.ts';

/** What a verdict's standing is seen from: a decision, or what was kept of one. */
interface Answered {
  readonly verdict: Verdict;
  readonly clauses: readonly Pick<ClauseAnswer, 'id' | 'result' | 'standing'>[];
}

/**
 * The rules that nobody wrote down, and that the verdict rests on: all that are met where somebody is eligible; where
 * somebody is not, those that keep them out, unless a rule that is sourced keeps them out too.
 */
export function assumedBehind({ verdict, clauses }: Answered): readonly string[] {
  const turning = clauses.filter(({ result }) => result === (verdict === 'ineligible' ? 'not-met' : 'met'));
  const assumed = turning.filter(({ standing }) => standing === 'assumed').map(({ id }) => id);
  const isSourcedToo = verdict === 'ineligible' && assumed.length < turning.length;
  const isSettled = verdict === 'ineligible' || verdict === 'eligible' || verdict === 'needs-discretion';
  return isSettled && !isSourcedToo ? assumed : [];
}
