import type { TriageDraft } from './triage-draft.ts';

/** The answer of somebody who prefers not to say. */
export const DECLINED = Symbol('prefers not to say');

/**
 * The draft with one question answered, or answered again: the last answer counts. Null where nobody knows; `DECLINED`
 * where the person prefers not to say, which leaves the fact not known and is remembered as what it is.
 */
export function answerDraft<Draft extends TriageDraft>(draft: Draft, fact: string, answer: unknown): Draft {
  const value = answer === DECLINED ? null : answer;
  const { [fact]: _, ...others } = draft.facts;
  const facts = value === null ? others : { ...others, [fact]: value };
  const answered = draft.answered.includes(fact) ? draft.answered : [...draft.answered, fact];
  const notThis = draft.declined.filter((each) => each !== fact);
  const declined = answer === DECLINED ? [...notThis, fact] : notThis;
  return { ...draft, facts, answered, declined };
}
