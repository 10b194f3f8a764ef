import type { CaseActor } from '../../access/index.ts';
import { refuse, type Result } from '../../shared/result.ts';
import { refusalWithout } from '../../access/domain/index.ts';
import { triageRefusal, type TriageRefusal } from '../domain/triage-refusal.ts';
import type { TriageView } from '../domain/triage-view.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import type { TriageWork } from './triage-work.ts';
import { viewDraft } from './view-draft.ts';

/**
 * Changes an officer's own unfinished triage. The draft is locked while it changes, so that two windows of one officer
 * each keep their answer. What would leave facts that can't be true together is refused, and nothing is kept.
 */
export async function changeDraft(
  work: TriageWork,
  { actor, draftId }: { readonly actor: CaseActor; readonly draftId: string },
  change: (draft: TriageDraft) => Result<TriageDraft, TriageRefusal>,
): Promise<Result<TriageView, TriageRefusal>> {
  const unentitled = refusalWithout(actor, 'triage-person');
  if (unentitled) return refuse(unentitled);
  return work.store.as(actor, async (drafts) => {
    const draft = await drafts.draft(draftId);
    if (draft === null) return refuse(triageRefusal('triage-not-found'));
    if (draft.finishedAs !== null) return refuse(triageRefusal('triage-finished'));
    const changed = change(draft);
    if (!changed.ok) return changed;
    const viewed = viewDraft(work, changed.value);
    if (!viewed.ok) return viewed;
    await drafts.saveDraft(changed.value, work.clock().toISOString());
    return viewed;
  });
}
