import type { CaseActor } from '../../access/index.ts';
import { parseValue } from '../../eligibility/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { answerDraft, DECLINED } from '../domain/answer-draft.ts';
import { triageRefusal, type TriageRefusal } from '../domain/triage-refusal.ts';
import type { TriageWork } from './triage-work.ts';
import { changeDraft } from './change-draft.ts';
import type { TriageView } from '../domain/triage-view.ts';

export interface AnswerQuestion {
  readonly draftId: string;
  readonly fact: string;
  /** A raw value as facts files write it; null where nobody knows; `DECLINED` where the person prefers not to say. */
  readonly value: unknown;
}

/** Answers one question of a triage, or answers it again: the last answer counts. */
export async function answerQuestion(
  work: TriageWork,
  actor: CaseActor,
  { draftId, fact, value }: AnswerQuestion,
): Promise<Result<TriageView, TriageRefusal>> {
  const definition = work.catalogue.vocabulary.byId.get(fact);
  if (!definition) return refuse(triageRefusal('fact-value-not-valid', fact));
  const parsed = value === null || value === DECLINED ? null : parseValue(definition, value);
  if (parsed?.ok === false) {
    const [fault] = parsed.refusal;
    return refuse(triageRefusal('fact-value-not-valid', fault ? `${fault.problem}: ${fault.remedy}` : fact));
  }
  return changeDraft(work, { actor, draftId }, (draft) => ok(answerDraft(draft, fact, value)));
}
