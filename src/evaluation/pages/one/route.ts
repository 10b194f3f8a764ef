import type { FastifyInstance, FastifyReply } from 'fastify';
import { csrfTokenOf, redirectWithNotice, sendPage } from '../../../web/server/index.ts';
import { hasEnded } from '../../domain/lifecycle/stored-evaluation.ts';
import { cancelEvaluation } from '../../use-cases/cancel-evaluation.ts';
import { showEvaluation } from '../../use-cases/show-evaluation.ts';
import { answerRefusal } from '../answer-refusal.ts';
import { answering, type Asking, type EvaluationSite, idIn } from '../evaluation-site.ts';
import { progressPage } from './progress-page.ts';
import { reportPage } from './report-page.ts';

const LOOK_AGAIN_AFTER_SECONDS = 3;

export function addEvaluationRoutes(server: FastifyInstance, site: EvaluationSite): void {
  server.get(
    '/evaluations/:id',
    { config: { access: ['see-evaluations', 'see-shared-evaluations'] } },
    answering(site, (asking) => show(asking, false)),
  );
  server.get(
    '/evaluations/:id/board-report',
    { config: { access: 'see-evaluations' } },
    answering(site, (asking) => show(asking, true)),
  );
  server.post(
    '/evaluations/:id/cancel',
    { config: { access: 'run-evaluations' } },
    answering(site, async (asking) => {
      const id = idIn(asking.request);
      const cancelled = await cancelEvaluation(site.work, asking.actor, id);
      if (!cancelled.ok) return answerRefusal(asking, cancelled.refusal);
      return redirectWithNotice(asking.reply, `/evaluations/${id}`, { kind: 'success', text: 'Evaluation cancelled' });
    }),
  );
}

async function show(asking: Asking, asBoard: boolean): Promise<FastifyReply> {
  const { site, actor, request, reply } = asking;
  const shown = await showEvaluation(site.work, actor, { id: idIn(request), asBoard });
  if (!shown.ok) return answerRefusal(asking, shown.refusal);
  const view = shown.value;
  if (view.results !== null) return sendPage(reply, reportPage(view, view.results));
  if (view.for === 'board' || asBoard) return answerRefusal(asking, { code: 'not-done' });
  // A header and not a script, so that it looks again without JavaScript too.
  if (!hasEnded(view.evaluation)) reply.header('refresh', String(LOOK_AGAIN_AFTER_SECONDS));
  return sendPage(reply, progressPage(view.evaluation, csrfTokenOf(reply)));
}
