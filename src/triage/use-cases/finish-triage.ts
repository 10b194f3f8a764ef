import type { CaseActor } from '../../access/index.ts';
import { decide } from '../../eligibility/index.ts';
import { londonDayOf } from '../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { schemesOfForce } from './scheme-catalogue.ts';
import { refusalWithout } from '../../access/domain/index.ts';
import { triageRefusal, type TriageRefusal } from '../domain/triage-refusal.ts';
import { factsOfDraft } from '../domain/triage-view.ts';
import type { OpenedCase, TriageWork } from './triage-work.ts';
import { viewDraft } from './view-draft.ts';

/**
 * Ends a triage: decides every scheme in reach of the force as of today, and opens the case with the facts and the
 * decisions, in one transaction. Finishing twice gives the same case.
 */
export async function finishTriage(
  work: TriageWork,
  actor: CaseActor,
  draftId: string,
): Promise<Result<OpenedCase, TriageRefusal>> {
  const unentitled = refusalWithout(actor, 'triage-person');
  if (unentitled) return refuse(unentitled);
  return work.store.as(actor, async (drafts) => {
    const draft = await drafts.draft(draftId);
    if (draft === null) return refuse(triageRefusal('triage-not-found'));
    if (draft.finishedAs !== null) return ok({ caseId: draft.finishedAs, sequence: 1 });
    const { person, force, offence, isDemonstration } = draft;
    if (person === null || person.name.trim() === '') return refuse(triageRefusal('person-needed'));
    const { vocabulary, vocabularyVersion } = work.catalogue;
    const now = work.clock();
    const viewed = viewDraft(work, draft);
    if (!viewed.ok) return viewed;
    const facts = factsOfDraft(vocabulary, viewed.value.draft);
    const decisions = schemesOfForce(work.catalogue, force).map((scheme) => ({
      ...decide(scheme, facts, londonDayOf(now)),
      vocabularyVersion,
    }));
    const { declined, fromRecords } = draft;
    const known = { facts: facts.values, declined: declined.filter((fact) => !(fact in facts.values)), fromRecords };
    const opening = { caseId: work.newId(), force, person, offence, ...known, decisions, isDemonstration };
    const opened = await work.openCase(drafts.database, actor, opening);
    if (!opened.ok) return refuse({ code: 'case-not-opened', ...opened.refusal });
    await drafts.saveDraft({ ...draft, finishedAs: opened.value.caseId }, now.toISOString());
    return opened;
  });
}
