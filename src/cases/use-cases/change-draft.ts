import type { CaseActor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import type { TriageView } from '../domain/triage-view.ts';
import { refusalWithout } from '../domain/refusal-without.ts';
import type { TriageDraft } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';
import { viewDraft } from './view-draft.ts';

/**
 * Changes an officer's own unfinished triage. The draft is locked while it changes, so that two windows of one officer
 * each keep their answer.
 */
export async function changeDraft(
  work: CaseWork,
  { actor, draftId }: { readonly actor: CaseActor; readonly draftId: string },
  change: (draft: TriageDraft) => Result<TriageDraft, CaseRefusal>,
): Promise<Result<TriageView, CaseRefusal>> {
  const unentitled = refusalWithout(actor, 'triage-person');
  if (unentitled) return refuse(unentitled);
  return work.store.as(actor, async (cases) => {
    const draft = await cases.draft(draftId);
    if (draft === null) return refuse(otherRefusal('triage-not-found'));
    if (draft.finishedAs !== null) return refuse(otherRefusal('triage-finished'));
    const changed = change(draft);
    if (!changed.ok) return changed;
    await cases.saveDraft(changed.value, work.clock().toISOString());
    return ok(viewDraft(work, changed.value));
  });
}
