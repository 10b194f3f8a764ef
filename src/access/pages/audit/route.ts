import type { FastifyInstance } from 'fastify';
import { handlerOf, pageAsked, queryText, sendForbidden, sendPage } from '../../../web/server/index.ts';
import { rights } from '../../domain/rights.ts';
import { auditFilterOf, readAudit } from '../../use-cases/read-audit.ts';
import type { AccessPages } from '../access-pages-need.ts';
import { actorOf } from '../signed-in.ts';
import { auditPage } from './page.ts';

/** Who looked at what, for the information officer of a force. */
export function auditRoute(server: FastifyInstance, pages: AccessPages): void {
  server.get(
    '/audit',
    {
      config: {
        query: { who: 'words', reference: 'words', day: 'words', action: 'words', page: 'page' },
        access: 'read-audit',
      },
    },
    handlerOf({ ...pages, actorOf }, async ({ site, actor, request, reply }) => {
      const text = (name: string): string => queryText(request, name).slice(0, 100);
      const typed = { who: text('who'), reference: text('reference'), day: text('day'), action: text('action') };
      const { filter, dayIsWrong } = auditFilterOf(typed);
      const read = await readAudit(site.audit, actor, { ...filter, page: pageAsked(request) });
      if (!read.ok) return sendForbidden(request, reply, rights['read-audit'].refusedBecause);
      return sendPage(reply, auditPage({ ...read.value, typed, dayIsWrong }), dayIsWrong ? 400 : 200);
    }),
  );
}
