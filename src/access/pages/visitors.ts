import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.ts';
import type { Account } from '../domain/membership.ts';
import { type Visitor } from '../../web/markup/index.ts';
import { seeOther, sendProblem, wantsProblem } from '../../web/server/index.ts';
import { localPath } from '../domain/local-path.ts';
import type { AccessWork } from '../use-cases/access-work.ts';
import { readSession, type SignedIn, type ToChoose } from '../use-cases/read-session.ts';
import type { RouteAccess } from './route-access.ts';
import { sessionTokenOf } from './session-cookie.ts';

const sessions = new WeakMap<FastifyRequest, SignedIn | ToChoose>();

/**
 * Finds out who asks, before anything else looks at a request, and sends those who are not signed in to sign in, and
 * those who have not said where they are working to say so, except from routes that say that they are open. An address that leads nowhere is closed, so that addresses cannot be tried out.
 */
export function recogniseVisitors(server: FastifyInstance, work: AccessWork): void {
  server.addHook('onRequest', async (request, reply) => {
    const { looksAtVisitor = true } = request.routeOptions.config;
    if (!looksAtVisitor) return;
    const token = sessionTokenOf(request);
    const found = token === null ? null : await readSession(work, token);
    if (found !== null) sessions.set(request, found);
    if (accessOf(request) === 'open') return;
    if (found === null) return askToSignIn(request, reply);
    if (found.actor === null) return askWhere(request, reply);
  });
}

function accessOf(request: FastifyRequest): RouteAccess {
  return request.is404 ? 'signed-in' : request.routeOptions.config.access;
}

/** Who is signed in on this request, with all that rights depend on. Only for pages that are not open to everybody. */
export function actorOf(request: FastifyRequest): Actor {
  const found = signedInOn(request);
  if (found === null) throw new Error(`Nobody is signed in on ${pathOf(request.url)}, which was taken to need it`);
  return found.actor;
}

/** Who is signed in, as the layout shows it. */
export function visitorOf(request: FastifyRequest): Visitor | null {
  const found = signedInOn(request);
  if (found === null) return null;
  const { accountId, name, role } = found.actor;
  const worksElsewhere = found.account.memberships.length > 1;
  return { accountId, name, role, organisation: found.organisation, worksElsewhere };
}

/** Whose session it is, whether or not they have said where they are working; null where nobody is signed in. */
export function accountOf(request: FastifyRequest): Account | null {
  return sessions.get(request)?.account ?? null;
}

/** Where somebody says for which organisation they act, and then goes on to `next`. */
export function pathToChoose(next: string): string {
  return next === '/' ? '/membership' : `/membership?next=${encodeURIComponent(next)}`;
}

function signedInOn(request: FastifyRequest): SignedIn | null {
  const found = sessions.get(request);
  return found === undefined || found.actor === null ? null : found;
}

function askWhere(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (wantsProblem(request))
    return sendProblem(reply, { title: 'Say where you are working first', status: 403, instance: request.id });
  return seeOther(reply, pathToChoose(pageAskedFor(request)));
}

function askToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (wantsProblem(request)) return sendProblem(reply, { title: 'Sign in first', status: 401, instance: request.id });
  const next = pageAskedFor(request);
  return seeOther(reply, next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
}

function pageAskedFor(request: FastifyRequest): string {
  const isForm = request.method !== 'GET' && request.method !== 'HEAD';
  return isForm ? pageBefore(request) : localPath(request.url);
}

/** A form cannot be sent again after signing in: back to the page that it stood on. */
function pageBefore(request: FastifyRequest): string {
  const { referer } = request.headers;
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return localPath(pathname + search);
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}
