import type { FastifyInstance } from 'fastify';
import { sendPage } from '../../../web/server/index.ts';
import { answering, type EvaluationSite } from '../evaluation-site.ts';
import { examplesPage } from './page.ts';

export function addExamplesRoute(server: FastifyInstance, site: EvaluationSite): void {
  server.get(
    '/evaluations/examples',
    { config: { access: 'run-evaluations' } },
    answering(site, async ({ reply }) => sendPage(reply, examplesPage(site.examples))),
  );
}
