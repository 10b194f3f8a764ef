import type { FastifyInstance } from 'fastify';
import { rights } from '../../../access/index.ts';
import { handlerOf, sendForbidden, sendPage } from '../../../web/server/index.ts';
import { showServices } from '../../use-cases/show-services.ts';
import type { ServicesSite } from '../services-site.ts';
import { servicesPage } from './page.ts';

export function addServicesRoute(server: FastifyInstance, site: ServicesSite): void {
  server.get(
    '/services',
    { config: { access: 'publish-services' } },
    handlerOf(site, async ({ actor, request, reply }) => {
      const shown = await showServices(site.work, actor);
      if (!shown.ok) return sendForbidden(request, reply, rights['publish-services'].refusedBecause);
      return sendPage(reply, servicesPage(site, shown.value));
    }),
  );
}
