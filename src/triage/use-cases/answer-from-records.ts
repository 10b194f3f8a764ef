import type { CaseActor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { answerDraftFromRecords } from '../domain/answer-draft.ts';
import { noneOf } from '../domain/earlier-diversion.ts';
import { triageRefusal, type TriageRefusal } from '../domain/triage-refusal.ts';
import type { TriageView } from '../domain/triage-view.ts';
import { changeDraft } from './change-draft.ts';
import { lookInOurRecords } from './look-in-our-records.ts';
import type { TriageWork } from './triage-work.ts';

/**
 * Answers a question about earlier diversions with none, because our records show none and the officer knows of none. The
 * records are looked at again: between the page and its answer another case may have been opened.
 */
export async function answerFromRecords(
  work: TriageWork,
  actor: CaseActor,
  { view: { draft, counted }, fact }: { readonly view: TriageView; readonly fact: string },
): Promise<Result<TriageView, TriageRefusal>> {
  const earlier = await lookInOurRecords(work, actor, { fact, draft });
  const none = noneOf(fact, counted[fact] ?? []);
  if (none === null || earlier === null || earlier.length > 0) return refuse(triageRefusal('records-do-not-say-none'));
  return changeDraft(work, { actor, draftId: draft.draftId }, (now) => ok(answerDraftFromRecords(now, fact, none)));
}
