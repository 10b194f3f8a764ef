import type { FastifyInstance } from 'fastify';
import { auditRoute } from './audit/route.ts';
import type { AccessPages } from './access-pages-need.ts';
import { membershipRoute } from './membership/route.ts';
import { signInRoute } from './sign-in/route.ts';
import { signOutRoute } from './sign-out/route.ts';

/** Signing in and out, and saying where one works today. */
export function addAccessRoutes(server: FastifyInstance, pages: AccessPages): void {
  signInRoute(server, pages);
  membershipRoute(server, pages);
  signOutRoute(server, pages);
  auditRoute(server, pages);
}
