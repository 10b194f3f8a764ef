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
  const fromRecords = draft.fromRecords.filter((each) => each !== fact);
  return { ...draft, facts, answered, declined, fromRecords };
}

/** The same where the answer is that our records show nothing, and that nothing else is known: kept as what it is. */
export function answerDraftFromRecords<Draft extends TriageDraft>(draft: Draft, fact: string, none: unknown): Draft {
  const answered = answerDraft(draft, fact, none);
  return { ...answered, fromRecords: [...answered.fromRecords, fact] };
}
