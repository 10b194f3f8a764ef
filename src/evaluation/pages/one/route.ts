import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  addressPart,
  csrfTokenOf,
  handlerOf,
  queryText,
  redirectWithNotice,
  sendPage,
} from '../../../web/server/index.ts';
import type { CountForm } from '../../domain/disclosure/rounding.ts';
import { hasEnded } from '../../domain/lifecycle/stored-evaluation.ts';
import { cancelEvaluation } from '../../use-cases/cancel-evaluation.ts';
import { showEvaluation } from '../../use-cases/show-evaluation.ts';
import { answerRefusal } from '../answer-refusal.ts';
import type { EvaluationVisit, EvaluationSite } from '../evaluation-site.ts';
import { progressPage } from './progress-page.ts';
import { reportPage } from './report-page.ts';

const LOOK_AGAIN_AFTER_SECONDS = 3;

export function addEvaluationRoutes(server: FastifyInstance, site: EvaluationSite): void {
  server.get(
    '/evaluations/:id',
    {
      config: {
        address: { id: 'id' },
        access: ['see-evaluations', 'see-shared-evaluations', 'see-scheme-evaluations'],
      },
    },
    handlerOf(site, (visit) => show(visit, false)),
  );
  server.get(
    '/evaluations/:id/board-report',
    { config: { address: { id: 'id' }, query: { counts: 'words' }, access: 'see-evaluations' } },
    handlerOf(site, (visit) => show(visit, true)),
  );
  server.post(
    '/evaluations/:id/cancel',
    { config: { address: { id: 'id' }, access: 'run-evaluations' } },
    handlerOf(site, async (visit) => {
      const id = addressPart(visit.request, 'id');
      const cancelled = await cancelEvaluation(site.work, visit.actor, id);
      if (!cancelled.ok) return answerRefusal(visit, cancelled.refusal);
      return redirectWithNotice(visit.reply, `/evaluations/${id}`, { kind: 'success', text: 'Evaluation cancelled' });
    }),
  );
}

/** The form of counts that an evaluator asks to look at. */
export function countsAsked(request: FastifyRequest): CountForm {
  return queryText(request, 'counts') === 'rounded' ? 'rounded' : 'hidden';
}

async function show(visit: EvaluationVisit, asBoard: boolean): Promise<FastifyReply> {
  const { site, actor, request, reply } = visit;
  const shown = await showEvaluation(site.work, actor, {
    id: addressPart(request, 'id'),
    asBoard,
    ...(asBoard && { counts: countsAsked(request) }),
  });
  if (!shown.ok) return answerRefusal(visit, shown.refusal);
  const view = shown.value;
  if (view.results !== null) return sendPage(reply, reportPage(view, view.results));
  if (view.for === 'board' || asBoard) return answerRefusal(visit, { code: 'not-done' });
  // A header and not a script, so that it looks again without JavaScript too.
  if (!hasEnded(view.evaluation)) reply.header('refresh', String(LOOK_AGAIN_AFTER_SECONDS));
  return sendPage(reply, progressPage(view.evaluation, csrfTokenOf(reply)));
}
