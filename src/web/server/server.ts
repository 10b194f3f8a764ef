import formbody from '@fastify/formbody';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { faultForTheLog } from '../../shared/fault-for-the-log.ts';
import { refuseOtherForms } from './addresses.ts';
import { serveAssets } from './assets.ts';
import { trustIn } from './caller-address.ts';
import type { Health } from './health.ts';
import { handleErrors } from './errors/error-handler.ts';
import type { NavigationItem } from '../markup/layout/layout.ts';
import type { Visitor } from '../markup/layout/visitor.ts';
import { logRequests } from './request-log.ts';
import { requestReference } from './request-reference.ts';
import { refuseRoutesWithoutAccess } from './refuse-routes-without-access.ts';
import { secure } from './security.ts';
import { endUnreadBodies } from './unread-bodies.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Who is signed in on this request; asked by the layout, the form tokens and the limit on requests. */
    visitorOf(request: FastifyRequest): Visitor | null;
    navigationFor(request: FastifyRequest): readonly NavigationItem[];
    readonly isDemonstration: boolean;
  }
  interface FastifyContextConfig {
    /**
     * False for a route that is called by programs, which prove themselves in another way than by a form's token;
     * `in-parts` for a form with files, which looks at its token itself once the parts have been read.
     */
    formToken?: false | 'in-parts';
    /** False for what is the same for everybody, so that nobody is looked up in the database for it. */
    looksAtVisitor?: false;
  }
}

interface LogStream {
  write(line: string): void;
}

export interface ServerOptions {
  readonly health: () => Promise<Health>;
  readonly visitorOf: (request: FastifyRequest) => Visitor | null;
  readonly navigationFor: (request: FastifyRequest) => readonly NavigationItem[];
  /** Whether every page says that the people in it are invented; it does unless told otherwise. */
  readonly isDemonstration?: boolean;
  /** Signs the cookies and the form tokens; at least 32 characters. */
  readonly cookieSecret: string;
  readonly requestsPerMinute?: number;
  /** The addresses and ranges of the proxies that are believed in X-Forwarded-* about who asks and how. */
  readonly trustedProxies?: readonly string[];
  /** Whether cookies may be sent over plain http; not unless told otherwise. */
  readonly plainHttp?: boolean;
  /** A logger, or how much is logged and where to: `warn`, `silent`; nothing where absent. */
  readonly logger?: FastifyBaseLogger | { readonly level: string; readonly stream?: LogStream };
}

/** By when an answer is given, whatever the reason is that it takes long. Assumed: nobody waits for a page longer. */
const ANSWERED_WITHIN_MS = 25_000;
/** By when a request has come in whole: a study of 100 MB over 3 Mbit/s. */
const ARRIVED_WITHIN_MS = 5 * 60_000;
const HEADERS_WITHIN_MS = 20_000;
const HEALTH_HOLDS_MS = 1_000;
/** How often it is looked for those that have had their time. */
const LATE_ARE_FOUND_EVERY_MS = 5_000;
/** With what the answer itself takes, two seconds. */
const HEALTH_WITHIN_MS = 1_700;

const deadlines = {
  handlerTimeout: ANSWERED_WITHIN_MS,
  requestTimeout: ARRIVED_WITHIN_MS,
} as const;

/** The server with everything that all pages share; the rooms' pages are registered on it by serve-rooms.ts. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const server = fastify({
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: answerUnreadableAddress,
    genReqId: requestReference,
    trustProxy: trustIn(options.trustedProxies ?? []),
    routerOptions: { ignoreTrailingSlash: true },
    ...deadlines,
    http: { connectionsCheckingInterval: LATE_ARE_FOUND_EVERY_MS },
    ...(options.logger && 'info' in options.logger
      ? { loggerInstance: options.logger }
      : { logger: options.logger ? { ...options.logger, serializers: { err: errorForTheLog } } : false }),
  });
  server.server.headersTimeout = HEADERS_WITHIN_MS;
  server.decorate('visitorOf', options.visitorOf);
  server.decorate('allowsPlainHttp', options.plainHttp ?? false);
  server.decorate('isDemonstration', options.isDemonstration ?? true);
  server.decorate('navigationFor', options.navigationFor);
  // No page is sent JSON: what is not a form is 415.
  server.removeAllContentTypeParsers();
  await server.register(formbody);
  await secure(server, {
    cookieSecret: options.cookieSecret,
    requestsPerMinute: options.requestsPerMinute ?? 600,
  });
  refuseRoutesWithoutAccess(server);
  refuseOtherForms(server);
  handleErrors(server);
  endUnreadBodies(server);
  logRequests(server);
  serveAssets(server);
  const ask = askedOnceASecond(options.health);
  server.get(
    '/health',
    { config: { access: 'open', looksAtVisitor: false, rateLimit: false } },
    async (_request, reply) => {
      const health = await Promise.race([ask(), silence()]);
      return reply
        .status(health.ok ? 200 : 503)
        .header('cache-control', 'no-store')
        .send(health);
    },
  );
  return server;
}

/** The server logs some faults by itself. */
function errorForTheLog(fault: Error): { type: string; message: string; stack: string } {
  return { type: fault.name, message: '', stack: faultForTheLog(fault) };
}

/** It is open to everybody: however many ask, the database is asked once a second. */
function askedOnceASecond(health: () => Promise<Health>): () => Promise<Health> {
  let answer: Promise<Health> | null = null;
  return () => {
    if (answer !== null) return answer;
    const asked = health();
    answer = asked;
    const forget = (): void => void setTimeout(() => (answer = null), HEALTH_HOLDS_MS).unref();
    asked.then(forget, forget);
    return asked;
  };
}

/** What asks for it must have an answer, whatever the database does. */
async function silence(): Promise<Health> {
  await pause(HEALTH_WITHIN_MS, undefined, { ref: false });
  return { ok: false, status: 'down', database: { state: 'silent' } };
}

/** Before any plugin has run there is no layout: a line of text has to do. */
function answerUnreadableAddress(_error: unknown, _request: unknown, reply: FastifyReply): void {
  reply.status(400).type('text/plain; charset=utf-8').send('This address cannot be read. Check that it is complete.');
}
