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
  { draftId, ...answer }: AnswerQuestion,
): Promise<Result<TriageView, TriageRefusal>> {
  return answerQuestions(work, actor, { draftId, answers: [answer] });
}

/** Answers several questions at once, as a screen of ticks does: all of them, or none. */
export async function answerQuestions(
  work: TriageWork,
  actor: CaseActor,
  { draftId, answers }: { readonly draftId: string; readonly answers: readonly Omit<AnswerQuestion, 'draftId'>[] },
): Promise<Result<TriageView, TriageRefusal>> {
  for (const answer of answers) {
    const wrong = refusalOfAnswer(work, answer);
    if (wrong !== null) return refuse(wrong);
  }
  return changeDraft(work, { actor, draftId }, (draft) =>
    ok(answers.reduce((answered, { fact, value }) => answerDraft(answered, fact, value), draft)),
  );
}

function refusalOfAnswer(
  { catalogue }: TriageWork,
  { fact, value }: Omit<AnswerQuestion, 'draftId'>,
): TriageRefusal | null {
  const definition = catalogue.vocabulary.byId.get(fact);
  if (!definition) return triageRefusal('fact-value-not-valid', fact);
  const parsed = value === null || value === DECLINED ? null : parseValue(definition, value);
  if (parsed === null || parsed.ok) return null;
  const [fault] = parsed.refusal;
  return triageRefusal('fact-value-not-valid', fault ? `${fault.problem}: ${fault.remedy}` : fact);
}
