import type { FastifyPluginAsync } from 'fastify';
import type { EvaluationSite } from './evaluation-site.ts';

/** The pages of evaluations. Loaded when registered: the command line uses this room too, and has no use for a web server. */
export function evaluationPages(site: EvaluationSite): FastifyPluginAsync {
  return async (server) => {
    const { addEvaluationPages } = await import('./routes.ts');
    await addEvaluationPages(server, site);
  };
}
