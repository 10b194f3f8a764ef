import type { FastifyInstance, FastifyReply } from 'fastify';
import { csrfTokenOf, redirectWithNotice, sendPage } from '../../../web/server/index.ts';
import { shareEvaluation, withdrawEvaluation } from '../../use-cases/share-evaluation.ts';
import { findEvaluation } from '../../use-cases/find-evaluation.ts';
import { answerRefusal } from '../answer-refusal.ts';
import { answering, type Asking, type EvaluationSite, idIn } from '../evaluation-site.ts';
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
      { config: { access: 'share-evaluations' } },
      answering(site, (asking) => ask(asking, what)),
    );
    server.post(
      path,
      { config: { access: 'share-evaluations' } },
      answering(site, (asking) => change(asking, what)),
    );
  }
}

async function ask(asking: Asking, what: keyof typeof SHARING): Promise<FastifyReply> {
  const { site, actor, request, reply } = asking;
  const found = await findEvaluation(site.work, actor, idIn(request));
  if (!found.ok) return answerRefusal(asking, found.refusal);
  if (found.value.state !== 'done') return answerRefusal(asking, { code: 'not-done' });
  return sendPage(reply, SHARING[what].page({ evaluation: found.value, csrfToken: csrfTokenOf(reply) }));
}

async function change(asking: Asking, what: keyof typeof SHARING): Promise<FastifyReply> {
  const { site, actor, request, reply } = asking;
  const id = idIn(request);
  const changed = await SHARING[what].change(site.work, actor, id);
  if (!changed.ok) return answerRefusal(asking, changed.refusal);
  return redirectWithNotice(reply, `/evaluations/${id}`, { kind: 'success', text: SHARING[what].done });
}
