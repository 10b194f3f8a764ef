import type { FastifyContextConfig, FastifyPluginAsync } from 'fastify';
import type { HandledJob } from './jobs/index.ts';
import type { Health } from './web/server/index.ts';

/** What a room gives to the program. `compose.ts` joins the rooms; no room knows another's. */
export interface Room {
  readonly name: string;
  /** Its pages and its other addresses. Each route says by itself who may use it. */
  readonly routes: FastifyPluginAsync;
  /** Its places in the navigation bar. Everybody begins at the first that they may use, of all rooms in their order. */
  readonly navigation: readonly NavigationLink[];
  /** The kinds of work that it does outside of requests, each with what is done. */
  readonly jobs: readonly HandledJob[];
  /** How it is at this moment; null where it can't be otherwise than well. */
  readonly health: (() => Promise<Health>) | null;
}

export interface NavigationLink {
  readonly text: string;
  readonly href: string;
  /** The same as the route that it leads to says. */
  readonly access: FastifyContextConfig['access'];
}
