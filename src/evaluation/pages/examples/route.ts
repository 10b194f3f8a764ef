import type { FastifyInstance } from 'fastify';
import { handlerOf, sendPage } from '../../../web/server/index.ts';
import type { EvaluationSite } from '../evaluation-site.ts';
import { examplesPage } from './page.ts';

export function addExamplesRoute(server: FastifyInstance, site: EvaluationSite): void {
  server.get(
    '/evaluations/examples',
    { config: { access: 'run-evaluations' } },
    handlerOf(site, async ({ reply }) => sendPage(reply, examplesPage(site.examples))),
  );
}
