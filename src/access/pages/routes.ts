import type { FastifyInstance } from 'fastify';
import { accountRoute } from './account/route.ts';
import { auditRoute } from './audit/route.ts';
import type { AccessPages } from './access-pages-need.ts';
import { membershipRoute } from './membership/route.ts';
import { passwordRoute } from './password/route.ts';
import { signInRoute } from './sign-in/route.ts';
import { signOutRoute } from './sign-out/route.ts';

/** Signing in and out, saying where one works today, and one's own account. */
export function addAccessRoutes(server: FastifyInstance, pages: AccessPages): void {
  signInRoute(server, pages);
  membershipRoute(server, pages);
  passwordRoute(server, pages);
  accountRoute(server, pages);
  signOutRoute(server, pages);
  auditRoute(server, pages);
}
