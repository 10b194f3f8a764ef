import type { FastifyInstance } from 'fastify';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { may, noteCasesListed } from '../../../access/index.ts';
import { handlerOf, pageAsked, queryText, sendForbidden, sendPage } from '../../../web/server/index.ts';
import { listCases } from '../../use-cases/list-cases.ts';
import { listTriages } from '../../../triage/index.ts';
import { refusalWordsFor } from '../answer-refusal.ts';
import { type CaseSite, schemeName } from '../case-site.ts';
import { homePage } from './page.ts';

/** Where everybody begins. */
export function addHomeRoute(server: FastifyInstance, site: CaseSite): void {
  server.get(
    '/cases',
    { config: { query: { list: 'words', page: 'page', search: 'words' }, access: ['see-cases', 'see-referrals'] } },
    handlerOf(site, async ({ actor, request, reply }) => {
      const search = queryText(request, 'search').slice(0, 200);
      const page = pageAsked(request);
      const listed = await listCases(site.work, actor, { list: queryText(request, 'list'), page, search });
      if (!listed.ok) return sendForbidden(request, reply, refusalWordsFor(listed.refusal));
      const view = listed.value;
      noteCasesListed(
        request,
        view.items.map(({ caseId }) => caseId),
      );
      const mayTriage = may(actor, 'triage-person');
      const drafts = mayTriage ? await listTriages(site.triage, actor) : [];
      const today = londonDayOf(site.work.clock());
      const isProvider = !may(actor, 'see-cases');
      const home = {
        view,
        drafts,
        mayTriage,
        isProvider,
        search,
        today,
        words: site.words,
        schemeName: (id: string) => schemeName(site, id),
      };
      return sendPage(reply, homePage(home));
    }),
  );
}
