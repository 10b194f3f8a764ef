import type { FastifyInstance } from 'fastify';
import { addressPart, handlerOf, sendForbidden, sendNotFound, sendPage } from '../../../web/server/index.ts';
import { showCase } from '../../use-cases/show-case.ts';
import type { CaseSite } from '../case-site.ts';
import { factsPage } from '../facts/page.ts';
import { copyForPersonPage } from './copy-for-person/page.ts';
import { decisionPage } from './page.ts';

/** The decision and the facts it was made by: for the police alone. */
export function addDecisionRoutes(server: FastifyInstance, site: CaseSite): void {
  const pages = { decision: decisionPage, 'decision/copy': copyForPersonPage, facts: factsPage } as const;
  for (const [path, page] of Object.entries(pages)) {
    server.get(
      `/cases/:caseId/${path}`,
      { config: { address: { caseId: 'id' }, access: 'see-cases' } },
      handlerOf(site, async ({ actor, request, reply }) => {
        const shown = await showCase(site.work, actor, addressPart(request, 'caseId'));
        if (!shown.ok) return sendNotFound(request, reply);
        const view = shown.value;
        if (view.for === 'provider') return sendForbidden(request, reply, 'Only the police see this part of a case.');
        return sendPage(reply, page(site, view));
      }),
    );
  }
}
