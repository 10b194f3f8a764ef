import type { CaseActor } from '../../access/index.ts';
import { decide } from '../../eligibility/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { otherRefusal, type CaseRefusal } from '../domain/case-refusal.ts';
import { decideCase } from '../domain/decide-case.ts';
import { referenceOf, type Person } from '../domain/person.ts';
import { factsOfDraft } from '../domain/triage-view.ts';
import { refusalWithout } from '../domain/refusal-without.ts';
import type { TriageDraft } from '../store/case-store.ts';
import type { Acted } from './case-ask.ts';
import type { CaseWork } from './case-work.ts';
import { plainContext, type Preparing } from './prepare-command.ts';
import { followersOf, recordEvents } from './record-events.ts';
import { documentsOf, schemesOfForce } from './scheme-catalogue.ts';

/**
 * Ends a triage: decides every scheme in reach of the force as of today, and opens the case with the facts, the decisions
 * and the documents they were made by, so that each can be worked out again. Finishing twice gives the same case.
 */
export async function finishTriage(
  work: CaseWork,
  actor: CaseActor,
  draftId: string,
): Promise<Result<Acted, CaseRefusal>> {
  const unentitled = refusalWithout(actor, 'triage-person');
  if (unentitled) return refuse(unentitled);
  return work.store.as(actor, async (cases) => {
    const draft = await cases.draft(draftId);
    if (draft === null) return refuse(otherRefusal('triage-not-found'));
    if (draft.finishedAs !== null) return ok({ caseId: draft.finishedAs, sequence: 1 });
    const { person } = draft;
    if (person === null || person.name.trim() === '') return refuse(otherRefusal('person-needed'));
    return openCase({ work, actor, cases, caseId: work.newId() }, { ...draft, person });
  });
}

async function openCase(
  preparing: Preparing,
  draft: TriageDraft & { readonly person: Person },
): Promise<Result<Acted, CaseRefusal>> {
  const { work, actor, cases, caseId } = preparing;
  const { force, person, offence, isDemonstration } = draft;
  const context = plainContext(preparing);
  const { vocabulary, vocabularyVersion } = work.catalogue;
  const facts = factsOfDraft(vocabulary, draft);
  const inReach = schemesOfForce(work.catalogue, force);
  const decisions = inReach.map((scheme) => ({ ...decide(scheme, facts, context.today), vocabularyVersion }));
  const data = { force, facts: facts.values, offence, decisions };
  const decided = decideCase(null, { type: 'triage-person', data }, context);
  if (!decided.ok) return decided;
  const at = context.now;
  const file = { caseId, reference: referenceOf(caseId), force, person, isDemonstration };
  const schemes = documentsOf(work.catalogue, decisions);
  await cases.keepDocuments({ schemes, vocabulary: { ...vocabulary, version: vocabularyVersion } });
  await cases.openCase({ file, openedBy: actor.accountId, at });
  const begun = { before: { side: 'police', file, state: null }, end: await cases.lock(caseId) } as const;
  const { sequence } = await recordEvents(cases, begun, decided.value, followersOf(work));
  await cases.saveDraft({ ...draft, finishedAs: caseId }, at);
  return ok({ caseId, sequence });
}
