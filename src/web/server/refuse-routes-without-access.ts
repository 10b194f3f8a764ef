import type { FastifyContextConfig, FastifyInstance } from 'fastify';
import { partsWithoutForm } from './addresses.ts';

/** An address of the server, and who may use it. */
export interface KnownRoute {
  readonly method: string;
  readonly url: string;
  readonly access: FastifyContextConfig['access'];
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every address, in the order in which they were registered. */
    readonly knownRoutes: readonly KnownRoute[];
  }
}

/**
 * Refuses, at start, a route that does not say who may use it. Were there a rule for those that do not, a new page would
 * be open, or closed, without anybody having thought of it.
 */
export function refuseRoutesWithoutAccess(server: FastifyInstance): void {
  const known: KnownRoute[] = [];
  server.decorate('knownRoutes', known);
  server.addHook('onRoute', ({ method, url, config }) => {
    const methods = [method].flat();
    const access = config?.access;
    if (access === undefined)
      throw new Error(
        `${methods.join(', ')} ${url} does not say who may use it: give it { config: { access: … } }, 'open' or a right`,
      );
    const without = partsWithoutForm({ url, ...(config && { config }) });
    if (without.length > 0)
      throw new Error(
        `${methods.join(', ')} ${url} does not say what its ${without.join(', ')} looks like: { config: { address: … } }`,
      );
    known.push(...methods.map((each) => ({ method: each, url, access })));
  });
}
