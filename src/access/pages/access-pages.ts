import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { AccessPages } from './access-pages-need.ts';
import { signInRoute } from './sign-in/route.ts';
import { signOutRoute } from './sign-out/route.ts';

/** Signing in and out. */
export function accessPages(pages: AccessPages): FastifyPluginAsync {
  return async (server: FastifyInstance) => {
    signInRoute(server, pages);
    signOutRoute(server, pages);
  };
}
