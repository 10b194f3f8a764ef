import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_COOKIE } from '../../web/server/index.ts';

const NAME = SESSION_COOKIE;
const OPTIONS = { path: '/', httpOnly: true, sameSite: 'lax', secure: 'auto' } as const;

/** The secret that this browser was given when somebody signed in, or null. */
export function sessionTokenOf(request: FastifyRequest): string | null {
  return request.cookies[NAME] || null;
}

/** Gone when the browser is closed; the server ends the session earlier than that. */
export function setSessionCookie(reply: FastifyReply, token: string): void {
  reply.setCookie(NAME, token, OPTIONS);
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(NAME, OPTIONS);
}
