import type { FastifyReply } from 'fastify';
import { rights } from '../../access/index.ts';
import { addressPart, csrfTokenOf, seeOther, sendForbidden, sendNotFound, sendPage } from '../../web/server/index.ts';
import type { TriageDraft } from '../domain/triage-draft.ts';
import type { TriageRefusal } from '../domain/triage-refusal.ts';
import type { TriageView } from '../domain/triage-view.ts';
import { findDraft } from '../use-cases/show-triage.ts';
import { viewDraft } from '../use-cases/view-draft.ts';
import { brokenTriagePage } from './broken/page.ts';
import type { TriageVisit } from './triage-site.ts';

/** The officer's own triage; a finished one leads to its case. */
export async function withTriage(
  visit: TriageVisit,
  then: (view: TriageView) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  return withDraft(visit, async (draft) => {
    const viewed = viewDraft(visit.site.work, draft);
    return viewed.ok ? then(viewed.value) : drawBroken(visit, draft, viewed.refusal);
  });
}

/** The same as it is stored, whether or not its facts can be true together. */
export async function withDraft(
  visit: TriageVisit,
  then: (draft: TriageDraft) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const found = await findDraft(site.work, actor, addressPart(request, 'triageId'));
  if (!found.ok) return refused(visit, found.refusal);
  const { finishedAs } = found.value;
  return finishedAs === null ? then(found.value) : seeOther(reply, `/cases/${finishedAs}/decision`);
}

/** What is wrong with a triage that can't go on as it is, and what can be done about it. */
function drawBroken({ reply }: TriageVisit, draft: TriageDraft, refusal: TriageRefusal): FastifyReply {
  return sendPage(reply, brokenTriagePage({ draft, refusal, csrfToken: csrfTokenOf(reply) }), 422);
}

/** Where a triage goes on: its next questions; then the offer, where one can be made; then all answers to check. */
export function nextPage({ draft, next, ticks, ready }: TriageView): string {
  const base = `/triages/${draft.draftId}`;
  if (ready.length > 0) return `${base}/offer`;
  if (next === null) return `${base}/check`;
  return ticks.length > 0 ? `${base}/ticks` : `${base}/questions/${next.id}`;
}

/** A refusal that no form can put right: a triage that is not there, or not theirs to make. */
export function refused({ request, reply }: TriageVisit, { code, says, detail }: TriageRefusal): FastifyReply {
  if (code === 'triage-not-found') return sendNotFound(request, reply);
  const grant = Object.entries(rights).find(([right]) => code === 'not-your-role' && right === detail);
  if (grant) return sendForbidden(request, reply, grant[1].refusedBecause);
  return code === 'another-force' || code === 'not-your-role'
    ? sendForbidden(request, reply, says)
    : seeOther(reply, '/cases');
}

/** What to say beside an answer that was refused; null where the refusal is not about the answer. */
export function refusedAnswerWords({ code, says, detail }: TriageRefusal): string | null {
  if (code === 'facts-not-valid') return detail === null ? says : `${says} ${detail}`;
  return code === 'fact-value-not-valid' || code === 'records-do-not-say-none' ? says : null;
}
