import type { FastifyInstance } from 'fastify';
import { may } from '../../../access/index.ts';
import { addressPart, handlerOf, sendNotFound, sendPage } from '../../../web/server/index.ts';
import { showCase } from '../../use-cases/show-case.ts';
import type { CaseSite } from '../case-site.ts';
import { policeCasePage } from './police-page.ts';
import { providerCasePage } from './provider-page.ts';

/** A case, each side its own view of it. */
export function addCaseRoute(server: FastifyInstance, site: CaseSite): void {
  server.get(
    '/cases/:caseId',
    { config: { address: { caseId: 'id' }, access: ['see-cases', 'see-referrals'] } },
    handlerOf(site, async ({ actor, request, reply }) => {
      const shown = await showCase(site.work, actor, addressPart(request, 'caseId'));
      if (!shown.ok) return sendNotFound(request, reply);
      const view = shown.value;
      const now = site.work.clock();
      const page =
        view.for === 'provider'
          ? providerCasePage(site, view, now)
          : policeCasePage(site, view, { now, mayProposeVariation: may(actor, 'propose-variation') });
      return sendPage(reply, page);
    }),
  );
}
