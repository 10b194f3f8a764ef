import type { FastifyInstance } from 'fastify';
import { sendNotFound, sendPage } from '../../../web/index.ts';
import { showCase } from '../../use-cases/show-case.ts';
import { addressPart, answering, type CaseSite } from '../case-site.ts';
import { policeCasePage } from './police-page.ts';
import { providerCasePage } from './provider-page.ts';

/** A case, each side its own view of it. */
export function addCaseRoute(server: FastifyInstance, site: CaseSite): void {
  server.get(
    '/cases/:caseId',
    answering(site, async ({ actor, request, reply }) => {
      const shown = await showCase(site.work, actor, addressPart(request, 'caseId'));
      if (!shown.ok) return sendNotFound(request, reply);
      const view = shown.value;
      if (view.for === 'provider') return sendPage(reply, providerCasePage(site, view, site.work.clock()));
      return sendPage(reply, policeCasePage(site, view));
    }),
  );
}
