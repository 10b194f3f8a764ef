import type { FastifyInstance } from 'fastify';
import { sendPage } from '../../../web/server/index.ts';
import { listEvaluations } from '../../use-cases/list-evaluations.ts';
import { answerRefusal } from '../answer-refusal.ts';
import { answering, type EvaluationSite } from '../evaluation-site.ts';
import { listPage } from './page.ts';

/** Where evaluators and boards begin. */
export function addListRoute(server: FastifyInstance, site: EvaluationSite): void {
  server.get(
    '/evaluations',
    { config: { access: ['see-evaluations', 'see-shared-evaluations'] } },
    answering(site, async (asking) => {
      const list = await listEvaluations(site.work, asking.actor);
      return list.ok ? sendPage(asking.reply, listPage(list.value)) : answerRefusal(asking, list.refusal);
    }),
  );
}
