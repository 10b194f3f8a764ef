import type { FastifyInstance } from 'fastify';
import { addActRoutes } from './act/routes.ts';
import type { CaseSite } from './case-site.ts';
import { addCaseRoute } from './case/route.ts';
import { addDecisionRoutes } from './decision/route.ts';
import { addHomeRoute } from './home/route.ts';
import { addOfferAtOnceRoutes } from './offer-at-once/route.ts';
import { addOverridesRoute } from './overrides/route.ts';
import { addMonitoringRoutes } from './monitoring/route.ts';
import { addPersonRoutes } from './person/route.ts';
import { addVariationRoutes } from './engagement/index.ts';

/** Every page of this room. */
export function addCaseRoutes(server: FastifyInstance, site: CaseSite): void {
  addHomeRoute(server, site);
  addCaseRoute(server, site);
  addDecisionRoutes(server, site);
  addPersonRoutes(server, site);
  addMonitoringRoutes(server, site);
  addVariationRoutes(server, site);
  addOfferAtOnceRoutes(server, site);
  addOverridesRoute(server, site);
  addActRoutes(server, site);
}
