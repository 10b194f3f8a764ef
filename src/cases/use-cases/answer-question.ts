import type { CaseActor } from '../../access/index.ts';
import { parseValue } from '../../eligibility/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { refusalOf, type CaseRefusal } from '../domain/case-refusal.ts';
import type { CaseWork } from './case-work.ts';
import { changeDraft } from './change-draft.ts';
import type { TriageView } from './triage-view.ts';

export interface AnswerQuestion {
  readonly draftId: string;
  readonly fact: string;
  /** A raw value as facts files write it; null where nobody knows. */
  readonly value: unknown;
}

/** Answers one question of a triage, or answers it again: the last answer counts. */
export async function answerQuestion(
  work: CaseWork,
  actor: CaseActor,
  { draftId, fact, value }: AnswerQuestion,
): Promise<Result<TriageView, CaseRefusal>> {
  const definition = work.catalogue.vocabulary.byId.get(fact);
  if (!definition) return refuse(refusalOf('fact-value-not-valid', fact));
  const parsed = value === null ? null : parseValue(definition, value);
  if (parsed?.ok === false) {
    const [fault] = parsed.refusal;
    return refuse(refusalOf('fact-value-not-valid', fault ? `${fault.problem}: ${fault.remedy}` : fact));
  }
  return changeDraft(work, { actor, draftId }, (draft) => {
    const { [fact]: _, ...others } = draft.facts;
    const facts = value === null ? others : { ...others, [fact]: value };
    const answered = draft.answered.includes(fact) ? draft.answered : [...draft.answered, fact];
    return ok({ ...draft, facts, answered });
  });
}
