import type { FastifyInstance, FastifyReply } from 'fastify';
import { formBodyOf, type FormBody, type FormError } from '../../../web/markup/index.ts';
import { addressPart, csrfTokenOf, handlerOf, redirectWithNotice, sendPage } from '../../../web/server/index.ts';
import { findEvaluation } from '../../use-cases/find-evaluation.ts';
import { shareEvaluation, sharingChoices, withdrawEvaluation } from '../../use-cases/share-evaluation.ts';
import { answerRefusal } from '../answer-refusal.ts';
import type { EvaluationVisit, EvaluationSite } from '../evaluation-site.ts';
import { parseShareForm } from './form.ts';
import { sharePage, withdrawPage } from './page.ts';

/** Sharing and withdrawing each ask first. */
export function addSharingRoutes(server: FastifyInstance, site: EvaluationSite): void {
  const config = { address: { id: 'id' }, access: 'share-evaluations' } as const;
  server.get(
    '/evaluations/:id/share',
    { config },
    handlerOf(site, (visit) => ask(visit, null)),
  );
  server.post('/evaluations/:id/share', { config }, handlerOf(site, share));
  server.get('/evaluations/:id/withdraw', { config }, handlerOf(site, askWithdrawal));
  server.post('/evaluations/:id/withdraw', { config }, handlerOf(site, withdraw));
}

interface Typed {
  readonly body: FormBody;
  readonly errors: readonly FormError[];
}

/** `typed` is what was sent and is wrong; at first those boards are ticked with which it is shared. */
async function ask(visit: EvaluationVisit, typed: Typed | null): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const choices = await sharingChoices(site.work, actor, addressPart(request, 'id'));
  if (!choices.ok) return answerRefusal(visit, choices.refusal);
  const ticked = choices.value.boards.flatMap(({ boardId, sharedAt }) => (sharedAt === null ? [] : [boardId]));
  const form = typed ?? { body: { boards: ticked }, errors: [] };
  const status = typed === null ? 200 : 400;
  return sendPage(reply, sharePage({ choices: choices.value, form, csrfToken: csrfTokenOf(reply) }), status);
}

async function share(visit: EvaluationVisit): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const id = addressPart(request, 'id');
  const choices = await sharingChoices(site.work, actor, id);
  if (!choices.ok) return answerRefusal(visit, choices.refusal);
  const body = formBodyOf(request.body);
  const parsed = parseShareForm(body, choices.value.boards);
  if (!parsed.ok) return ask(visit, { body, errors: parsed.errors });
  const shared = await shareEvaluation(site.work, actor, { id, ...parsed.value });
  if (!shared.ok) return answerRefusal(visit, shared.refusal);
  return redirectWithNotice(reply, `/evaluations/${id}`, { kind: 'success', text: 'Shared with boards' });
}

async function askWithdrawal(visit: EvaluationVisit): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const found = await findEvaluation(site.work, actor, addressPart(request, 'id'));
  if (!found.ok) return answerRefusal(visit, found.refusal);
  if (found.value.state !== 'done') return answerRefusal(visit, { code: 'not-done' });
  return sendPage(reply, withdrawPage({ evaluation: found.value, csrfToken: csrfTokenOf(reply) }));
}

async function withdraw(visit: EvaluationVisit): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const id = addressPart(request, 'id');
  const withdrawn = await withdrawEvaluation(site.work, actor, id);
  if (!withdrawn.ok) return answerRefusal(visit, withdrawn.refusal);
  return redirectWithNotice(reply, `/evaluations/${id}`, { kind: 'success', text: 'Withdrawn from boards' });
}
