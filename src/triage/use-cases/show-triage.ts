import type { CaseActor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { refusalWithout } from '../../access/domain/index.ts';
import { triageRefusal, type TriageRefusal } from '../domain/triage-refusal.ts';
import type { TriageView } from '../domain/triage-view.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import type { TriageWork } from './triage-work.ts';
import { viewDraft } from './view-draft.ts';

/** An officer's own triage, as it stands today. */
export async function showTriage(
  work: TriageWork,
  actor: CaseActor,
  draftId: string,
): Promise<Result<TriageView, TriageRefusal>> {
  const found = await findDraft(work, actor, draftId);
  return found.ok ? viewDraft(work, found.value) : found;
}

/** The same as it is stored, whether or not its facts can be true together: to put it right, or throw it away. */
export async function findDraft(
  work: TriageWork,
  actor: CaseActor,
  draftId: string,
): Promise<Result<TriageDraft, TriageRefusal>> {
  const unentitled = refusalWithout(actor, 'triage-person');
  if (unentitled) return refuse(unentitled);
  const draft = await work.store.as(actor, (drafts) => drafts.draft(draftId));
  return draft === null ? refuse(triageRefusal('triage-not-found')) : ok(draft);
}

/** An officer's own unfinished triages, the last one touched first. */
export async function listTriages(work: TriageWork, actor: CaseActor): Promise<readonly TriageDraft[]> {
  return actor.rights.has('triage-person') ? work.store.as(actor, (drafts) => drafts.drafts()) : [];
}

/** Throws an unfinished triage away. Nothing had been decided, so nothing is kept. */
export async function discardTriage(work: TriageWork, actor: CaseActor, draftId: string): Promise<void> {
  if (actor.rights.has('triage-person')) await work.store.as(actor, (drafts) => drafts.discardDraft(draftId));
}
