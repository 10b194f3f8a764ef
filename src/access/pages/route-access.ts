import type { RouteAccess } from '../domain/route-access.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Said by every route itself; one that does not say it is refused at start. */
    access: RouteAccess;
  }
}
