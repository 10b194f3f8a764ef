import type { FastifyPluginAsync } from 'fastify';
import type { CaseSite } from './case-site.ts';

/** The pages of cases. Loaded when registered: the command line uses this room too, and has no use for a web server. */
export function casePages(site: CaseSite): FastifyPluginAsync {
  return async (server) => {
    const { addCaseRoutes } = await import('./routes.ts');
    addCaseRoutes(server, site);
  };
}
