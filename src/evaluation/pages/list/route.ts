import type { FastifyInstance } from 'fastify';
import { handlerOf, sendPage } from '../../../web/server/index.ts';
import { listEvaluations } from '../../use-cases/list-evaluations.ts';
import { answerRefusal } from '../answer-refusal.ts';
import type { EvaluationSite } from '../evaluation-site.ts';
import { listPage } from './page.ts';

/** Where evaluators and boards begin. */
export function addListRoute(server: FastifyInstance, site: EvaluationSite): void {
  server.get(
    '/evaluations',
    { config: { access: ['see-evaluations', 'see-shared-evaluations', 'see-scheme-evaluations'] } },
    handlerOf(site, async (visit) => {
      const list = await listEvaluations(site.work, visit.actor);
      return list.ok ? sendPage(visit.reply, listPage(list.value)) : answerRefusal(visit, list.refusal);
    }),
  );
}
