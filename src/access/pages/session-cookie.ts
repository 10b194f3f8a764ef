import type { FastifyReply, FastifyRequest } from 'fastify';
import { cookieName, cookieOptions, SESSION_COOKIE } from '../../web/server/index.ts';

/** Of requests in which the session got a new secret, that secret. */
const renewed = new WeakMap<FastifyRequest, string>();

/** The secret that this browser was given when somebody signed in, or null. */
export function sessionTokenOf(request: FastifyRequest): string | null {
  return (renewed.get(request) ?? request.cookies[cookieName(request.server, SESSION_COOKIE)]) || null;
}

/** Gone when the browser is closed; the server ends the session earlier than that. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  const { server } = reply.request;
  reply.setCookie(cookieName(server, SESSION_COOKIE), token, cookieOptions(server));
}

/** Gives a session its new secret in the middle of a request, which goes on with it. */
export function renewSession(reply: FastifyReply, token: string): void {
  renewed.set(reply.request, token);
  setSessionCookie(reply, token);
}

export function clearSessionCookie(reply: FastifyReply): void {
  const { server } = reply.request;
  reply.clearCookie(cookieName(server, SESSION_COOKIE), cookieOptions(server));
}
