import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { seeOther, sendForbidden, sendPage, sendProblem, wantsProblem } from '../../web/server/index.ts';
import { localPath } from '../domain/local-path.ts';
import { accessRefusal, type RouteAccess } from '../domain/route-access.ts';
import type { AccessWork } from '../use-cases/access-work.ts';
import { readSession } from '../use-cases/read-session.ts';
import { formNotSentPage } from './form-not-sent.ts';
import { pathToChangePassword, pathToChoose } from './paths-before-anything.ts';
import { sessionTokenOf } from './session-cookie.ts';
import { noteSession } from './signed-in.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Said by every route itself; one that does not say it is refused at start. */
    access: RouteAccess;
  }
}

/**
 * Finds out who asks, before anything else looks at a request and before its body is read, and lets through those who
 * may use the route. Those who are not signed in are sent to sign in, those who have not said where they are working to
 * say so, and those without the right are told why.
 */
export function addVisitorHook(server: FastifyInstance, work: AccessWork): void {
  server.addHook('onRequest', async (request, reply) => {
    const { looksAtVisitor = true } = request.routeOptions.config;
    if (!looksAtVisitor) return;
    const token = sessionTokenOf(request);
    const found = token === null ? null : await readSession(work, token);
    if (found !== null) noteSession(request, found);
    const refusal = accessRefusal(accessOf(request), found?.actor ?? null);
    if (refusal === null) return;
    if (refusal.code === 'no-right') return sendForbidden(request, reply, refusal.says);
    if (found === null) return askToSignIn(request, reply);
    const isPasswordFirst = found.actor === null && found.mustChangePassword;
    return isPasswordFirst ? askForPassword(request, reply) : askWhere(request, reply);
  });
}

/** An address that leads nowhere is closed to those who are not signed in, so that addresses cannot be tried out. */
function accessOf(request: FastifyRequest): RouteAccess {
  return request.is404 ? 'signed-in' : request.routeOptions.config.access;
}

function askForPassword(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (wantsProblem(request))
    return sendProblem(reply, { title: 'Change your password first', status: 403, instance: request.id });
  return seeOther(reply, pathToChangePassword(pageAskedFor(request)));
}

function askWhere(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (wantsProblem(request))
    return sendProblem(reply, { title: 'Say where you are working first', status: 403, instance: request.id });
  return seeOther(reply, pathToChoose(pageAskedFor(request)));
}

function askToSignIn(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (wantsProblem(request)) return sendProblem(reply, { title: 'Sign in first', status: 401, instance: request.id });
  const next = pageAskedFor(request);
  const signIn = next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
  return isForm(request) ? sendPage(reply, formNotSentPage(signIn), 403) : seeOther(reply, signIn);
}

function isForm({ method }: FastifyRequest): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function pageAskedFor(request: FastifyRequest): string {
  return isForm(request) ? pageBefore(request) : localPath(request.url);
}

/** The page that a form stood on: no form is sent by being led to it. */
function pageBefore(request: FastifyRequest): string {
  const { referer } = request.headers;
  if (!referer || !URL.canParse(referer)) return '/';
  const { pathname, search } = new URL(referer);
  return localPath(pathname + search);
}
