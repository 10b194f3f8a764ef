import type { TriageDraft } from './triage-draft.ts';

/** The draft with one question answered, or answered again: the last answer counts. Null where nobody knows. */
export function answerDraft<Draft extends TriageDraft>(draft: Draft, fact: string, value: unknown): Draft {
  const { [fact]: _, ...others } = draft.facts;
  const facts = value === null ? others : { ...others, [fact]: value };
  const answered = draft.answered.includes(fact) ? draft.answered : [...draft.answered, fact];
  return { ...draft, facts, answered };
}
