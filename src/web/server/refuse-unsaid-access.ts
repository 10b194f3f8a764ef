import type { FastifyInstance } from 'fastify';

/**
 * Refuses, at start, a route that does not say who may use it. Were there a rule for those that do not, a new page would
 * be open, or closed, without anybody having thought of it.
 */
export function refuseUnsaidAccess(server: FastifyInstance): void {
  server.addHook('onRoute', ({ method, url, config }) => {
    if (config?.access !== undefined) return;
    const route = `${[method].flat().join(', ')} ${url}`;
    throw new Error(`${route} does not say who may use it: give it { config: { access: … } }, 'open' or a right`);
  });
}
