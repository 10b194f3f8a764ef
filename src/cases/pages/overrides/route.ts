import type { FastifyInstance } from 'fastify';
import { noteCasesListed } from '../../../access/index.ts';
import { handlerOf, pageAsked, sendForbidden, sendPage } from '../../../web/server/index.ts';
import { listOverrides } from '../../use-cases/list-overrides.ts';
import { refusalWordsFor } from '../answer-refusal.ts';
import type { CaseSite } from '../case-site.ts';
import { overridesPage } from './page.ts';

/** What was decided otherwise than the rules: for those who answer for others. */
export function addOverridesRoute(server: FastifyInstance, site: CaseSite): void {
  server.get(
    '/overrides',
    { config: { query: { page: 'page' }, access: 'oversee-work' } },
    handlerOf(site, async ({ actor, request, reply }) => {
      const listed = await listOverrides(site.work, actor, { page: pageAsked(request) });
      if (!listed.ok) return sendForbidden(request, reply, refusalWordsFor(listed.refusal));
      noteCasesListed(
        request,
        listed.value.rows.map(({ caseId }) => caseId),
      );
      return sendPage(reply, overridesPage(site, listed.value));
    }),
  );
}
