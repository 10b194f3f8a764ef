import type { FastifyInstance, FastifyReply } from 'fastify';
import { addressPart, csrfTokenOf, handlerOf, redirectWithNotice, sendPage } from '../../../web/server/index.ts';
import { shareEvaluation, withdrawEvaluation } from '../../use-cases/share-evaluation.ts';
import { findEvaluation } from '../../use-cases/find-evaluation.ts';
import { answerRefusal } from '../answer-refusal.ts';
import type { EvaluationVisit, EvaluationSite } from '../evaluation-site.ts';
import { sharePage, withdrawPage } from './page.ts';

const SHARING = {
  share: { page: sharePage, change: shareEvaluation, done: 'Shared with boards' },
  withdraw: { page: withdrawPage, change: withdrawEvaluation, done: 'Withdrawn from boards' },
} as const;

/** Sharing and withdrawing each ask first. */
export function addSharingRoutes(server: FastifyInstance, site: EvaluationSite): void {
  for (const what of ['share', 'withdraw'] as const) {
    const path = `/evaluations/:id/${what}`;
    server.get(
      path,
      { config: { address: { id: 'id' }, access: 'share-evaluations' } },
      handlerOf(site, (visit) => ask(visit, what)),
    );
    server.post(
      path,
      { config: { address: { id: 'id' }, access: 'share-evaluations' } },
      handlerOf(site, (visit) => change(visit, what)),
    );
  }
}

async function ask(visit: EvaluationVisit, what: keyof typeof SHARING): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const found = await findEvaluation(site.work, actor, addressPart(request, 'id'));
  if (!found.ok) return answerRefusal(visit, found.refusal);
  if (found.value.state !== 'done') return answerRefusal(visit, { code: 'not-done' });
  return sendPage(reply, SHARING[what].page({ evaluation: found.value, csrfToken: csrfTokenOf(reply) }));
}

async function change(visit: EvaluationVisit, what: keyof typeof SHARING): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const id = addressPart(request, 'id');
  const changed = await SHARING[what].change(site.work, actor, id);
  if (!changed.ok) return answerRefusal(visit, changed.refusal);
  return redirectWithNotice(reply, `/evaluations/${id}`, { kind: 'success', text: SHARING[what].done });
}
