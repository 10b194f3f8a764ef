import type { CaseActor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import type { TriageView } from '../domain/triage-view.ts';
import { refusalWithout } from '../domain/refusal-without.ts';
import type { TriageDraft } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';
import { viewDraft } from './view-draft.ts';

/** An officer's own triage, as it stands today. */
export async function showTriage(
  work: CaseWork,
  actor: CaseActor,
  draftId: string,
): Promise<Result<TriageView, CaseRefusal>> {
  const unentitled = refusalWithout(actor, 'triage-person');
  if (unentitled) return refuse(unentitled);
  const draft = await work.store.as(actor, (cases) => cases.draft(draftId));
  return draft === null ? refuse(otherRefusal('triage-not-found')) : ok(viewDraft(work, draft));
}

/** An officer's own unfinished triages, the last one touched first. */
export async function listTriages(work: CaseWork, actor: CaseActor): Promise<readonly TriageDraft[]> {
  return actor.rights.has('triage-person') ? work.store.as(actor, (cases) => cases.drafts()) : [];
}

/** Throws an unfinished triage away. Nothing had been decided, so nothing is kept. */
export async function discardTriage(work: CaseWork, actor: CaseActor, draftId: string): Promise<void> {
  if (actor.rights.has('triage-person')) await work.store.as(actor, (cases) => cases.discardDraft(draftId));
}
