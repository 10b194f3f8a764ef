import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { AccessPages } from './access-pages-need.ts';
import { membershipRoute } from './membership/route.ts';
import { signInRoute } from './sign-in/route.ts';
import { signOutRoute } from './sign-out/route.ts';

/** Signing in and out, and saying where one works today. */
export function accessPages(pages: AccessPages): FastifyPluginAsync {
  return async (server: FastifyInstance) => {
    signInRoute(server, pages);
    membershipRoute(server, pages);
    signOutRoute(server, pages);
  };
}
