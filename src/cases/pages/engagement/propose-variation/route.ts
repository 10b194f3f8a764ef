import type { FastifyInstance, FastifyReply } from 'fastify';
import { may, rights } from '../../../../access/index.ts';
import { type FormBody, formBodyOf, type FormError, textOf } from '../../../../web/markup/index.ts';
import {
  addressPart,
  csrfTokenOf,
  handlerOf,
  redirectWithNotice,
  sendForbidden,
  sendNotFound,
  sendPage,
} from '../../../../web/server/index.ts';
import { conditionById } from '../../../domain/case-state.ts';
import { declineVariation, proposeVariation } from '../../../use-cases/propose-variation.ts';
import { type PoliceCaseView, showCase } from '../../../use-cases/show-case.ts';
import { actPage } from '../../act/page.ts';
import { answerRefusal, refusalWordsFor } from '../../answer-refusal.ts';
import type { CaseVisit, CaseSite } from '../../case-site.ts';
import { readProposal } from './form.ts';
import { proposalFields } from './page.ts';

/** A coordinator asks for a condition to be varied; a supervisor declines it here, or approves it as a command. */
export function addVariationRoutes(server: FastifyInstance, site: CaseSite): void {
  server.get(
    '/cases/:caseId/propose-variation/:conditionId',
    { config: { address: { caseId: 'id', conditionId: 'word' }, access: 'propose-variation' } },
    handlerOf(site, (visit) => draw(visit, { body: {}, errors: [] })),
  );
  server.post(
    '/cases/:caseId/propose-variation/:conditionId',
    { config: { address: { caseId: 'id', conditionId: 'word' }, access: 'propose-variation' } },
    handlerOf(site, propose),
  );
  server.post(
    '/cases/:caseId/decline-variation/:proposalId',
    { config: { address: { caseId: 'id', proposalId: 'word' }, access: 'approve-variation' } },
    handlerOf(site, decline),
  );
}

interface Typed {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

async function draw(visit: CaseVisit, typed: Typed, status = 200): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const shown = await showCase(site.work, actor, addressPart(request, 'caseId'));
  if (!shown.ok) return sendNotFound(request, reply);
  const view = shown.value;
  if (view.for !== 'police' || !may(actor, 'propose-variation'))
    return sendForbidden(request, reply, rights['propose-variation'].refusedBecause);
  const now = conditionOf(view, addressPart(request, 'conditionId'));
  if (now === null) return sendNotFound(request, reply);
  const input = { site, view, ...typed };
  const page = { title: 'Ask to vary a condition', button: 'Send to a supervisor', fields: proposalFields(typed, now) };
  return sendPage(reply, actPage(input, page, { action: request.url, csrfToken: csrfTokenOf(reply) }), status);
}

function conditionOf({ state }: PoliceCaseView, id: string): string | null {
  return state.status === 'engaging' ? (conditionById(state.agreement, id)?.words ?? null) : null;
}

async function propose(visit: CaseVisit): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const body = formBodyOf(request.body);
  const read = readProposal(body);
  if (!read.ok) return draw(visit, { body, errors: read.errors }, 400);
  const caseId = addressPart(request, 'caseId');
  const asked = {
    caseId,
    expectedSequence: Number(textOf(body, 'seen')),
    conditionId: addressPart(request, 'conditionId'),
    ...read.value,
  };
  const proposed = await proposeVariation(site.work, actor, asked);
  if (proposed.ok)
    return redirectWithNotice(reply, `/cases/${caseId}`, {
      kind: 'success',
      text: 'Sent to a supervisor for approval',
    });
  const typed = [
    { label: 'New words', value: read.value.to },
    { label: 'Reason', value: read.value.reason },
  ];
  const continueTo = { href: `/cases/${caseId}`, text: 'See the case as it is now' };
  const answer = answerRefusal(visit, proposed.refusal, { typed, continueTo });
  const field = proposed.refusal.code === 'condition-unchanged' ? 'to' : 'form';
  return answer ?? draw(visit, { body, errors: [{ field, text: refusalWordsFor(proposed.refusal) }] }, 422);
}

async function decline(visit: CaseVisit): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const caseId = addressPart(request, 'caseId');
  const declined = await declineVariation(site.work, actor, { caseId, proposalId: addressPart(request, 'proposalId') });
  if (declined.ok)
    return redirectWithNotice(reply, `/cases/${caseId}`, {
      kind: 'information',
      text: 'Change of the condition declined',
    });
  const continueTo = { href: `/cases/${caseId}`, text: 'See the case as it is now' };
  const answer = answerRefusal(visit, declined.refusal, { typed: [], continueTo });
  return (
    answer ??
    redirectWithNotice(reply, `/cases/${caseId}`, { kind: 'information', text: refusalWordsFor(declined.refusal) })
  );
}
