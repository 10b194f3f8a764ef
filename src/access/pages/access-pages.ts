import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { AccessWork } from '../use-cases/access-work.ts';
import { signInRoute } from './sign-in/route.ts';
import { signOutRoute } from './sign-out/route.ts';

export interface AccessPages {
  readonly work: AccessWork;
  /** Whether the sign-in page says where the demonstration accounts are to be found. */
  readonly hasDemonstration: boolean;
}

/** Signing in and out. */
export function accessPages(pages: AccessPages): FastifyPluginAsync {
  return async (server: FastifyInstance) => {
    signInRoute(server, pages);
    signOutRoute(server, pages);
  };
}
