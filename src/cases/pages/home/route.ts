import type { FastifyInstance } from 'fastify';
import { londonDayOf } from '../../../shared/calendar-day.ts';
import { sendPage } from '../../../web/server/index.ts';
import { listCases } from '../../use-cases/list-cases.ts';
import { listTriages } from '../../use-cases/show-triage.ts';
import { answering, askedFor, type CaseSite, schemeName } from '../case-site.ts';
import { homePage } from './page.ts';

/** Where everybody begins. */
export function addHomeRoute(server: FastifyInstance, site: CaseSite): void {
  server.get(
    '/cases',
    { config: { access: ['see-cases', 'see-referrals'] } },
    answering(site, async ({ actor, request, reply }) => {
      const search = askedFor(request, 'search').slice(0, 200);
      const page = Number(askedFor(request, 'page')) || 1;
      const view = await listCases(site.work, actor, { list: askedFor(request, 'list'), page, search });
      const mayTriage = actor.role === 'officer' || actor.role === 'supervisor';
      const drafts = mayTriage ? await listTriages(site.work, actor) : [];
      const today = londonDayOf(site.work.clock());
      const isProvider = actor.role === 'provider';
      const home = {
        view,
        drafts,
        mayTriage,
        isProvider,
        search,
        today,
        schemeName: (id: string) => schemeName(site, id),
      };
      return sendPage(reply, homePage(home));
    }),
  );
}
