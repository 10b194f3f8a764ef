import type { CaseActor } from '../../access/index.ts';
import { ok, type Result } from '../../shared/result.ts';
import {
  answerQuestions,
  describePerson,
  finishTriage,
  type Person,
  type TriageDraft,
  type TriageRefusal,
  type TriageWork,
} from '../../triage/index.ts';
import type { CaseRefusal } from '../domain/case-refusal.ts';
import { actOnCase } from './act-on-case.ts';
import type { CaseWork } from './case-work.ts';
import type { CaseCommandType, RequestedCommand } from './requested-command.ts';

export interface OfferAtOnce {
  readonly draft: TriageDraft;
  /** What the person said once they were told, by facts. */
  readonly answers: readonly { readonly fact: string; readonly value: boolean }[];
  readonly person: Person;
  /** What is done to the case once it is open, in this order. */
  readonly commands: readonly RequestedCommand[];
}

export interface OfferedAtOnce {
  readonly caseId: string;
  /** What was recorded after the decision, the last of it last. */
  readonly done: readonly CaseCommandType[];
  /** What came next and was refused; null where all was recorded. */
  readonly stopped: { readonly at: CaseCommandType; readonly refusal: CaseRefusal } | null;
}

/**
 * Ends a triage, and offers, accepts and refers, as one page said all of it. Each step is the one that the pages of a case
 * take, with its own rules and its own entry in the record; what one refuses leaves what went before as it is.
 */
export async function offerAtOnce(
  { cases, triage }: { readonly cases: CaseWork; readonly triage: TriageWork },
  actor: CaseActor,
  { draft: { draftId, offence }, answers, person, commands }: OfferAtOnce,
): Promise<Result<OfferedAtOnce, TriageRefusal>> {
  const answered = await answerQuestions(triage, actor, { draftId, answers });
  if (!answered.ok) return answered;
  const described = await describePerson(triage, actor, { draftId, person, offence });
  if (!described.ok) return described;
  const finished = await finishTriage(triage, actor, draftId);
  if (!finished.ok) return finished;
  const { caseId } = finished.value;
  let { sequence } = finished.value;
  const done: CaseCommandType[] = [];
  for (const command of commands) {
    const recorded = await actOnCase(cases, actor, { caseId, expectedSequence: sequence, command });
    if (!recorded.ok) return ok({ caseId, done, stopped: { at: command.type, refusal: recorded.refusal } });
    ({ sequence } = recorded.value);
    done.push(command.type);
  }
  return ok({ caseId, done, stopped: null });
}
