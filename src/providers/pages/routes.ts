import type { FastifyInstance } from 'fastify';
import { closedDaysForm } from './closed-days/form.ts';
import { addOneServiceRoutes } from './one-service/route.ts';
import { particularsForm } from './particulars/form.ts';
import { addServiceForm } from './service-form.ts';
import { addServicesRoute } from './services/route.ts';
import type { ServicesSite } from './services-site.ts';
import { timesForm } from './times/form.ts';

/** Every page of this room. */
export function addProviderPages(server: FastifyInstance, site: ServicesSite): void {
  addServicesRoute(server, site);
  addOneServiceRoutes(server, site);
  addServiceForm(server, site, particularsForm);
  addServiceForm(server, site, timesForm);
  addServiceForm(server, site, closedDaysForm);
}
