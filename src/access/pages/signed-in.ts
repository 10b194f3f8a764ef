/** Who is signed in, as pages ask it of a request. */
import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../../web/markup/index.ts';
import type { Actor } from '../domain/actor.ts';
import type { Account } from '../domain/membership.ts';
import type { SignedIn, ToChoose } from '../use-cases/read-session.ts';

const sessions = new WeakMap<FastifyRequest, SignedIn | ToChoose>();

/** Remembers, for the length of a request, whose session it is. */
export function noteSession(request: FastifyRequest, found: SignedIn | ToChoose): void {
  sessions.set(request, found);
}

/** Who is signed in on this request, with all that rights depend on. Only for routes that are not open to everybody. */
export function actorOf(request: FastifyRequest): Actor {
  const actor = actorIn(request);
  if (actor === null) throw new Error(`Nobody is signed in on ${request.routeOptions.url}, which was taken to need it`);
  return actor;
}

/** Who is signed in on this request and has said where they are working; null where nobody is. */
export function actorIn(request: FastifyRequest): Actor | null {
  return sessions.get(request)?.actor ?? null;
}

/** Who is signed in, as the layout shows it. */
export function visitorOf(request: FastifyRequest): Visitor | null {
  const found = sessions.get(request);
  if (found === undefined || found.actor === null) return null;
  const { accountId, name, role } = found.actor;
  const worksElsewhere = found.account.memberships.length > 1;
  return { accountId, name, role, organisation: found.organisation, worksElsewhere };
}

/** Whose session it is, whether or not they have said where they are working; null where nobody is signed in. */
export function accountOf(request: FastifyRequest): Account | null {
  return sessions.get(request)?.account ?? null;
}

/** Whether the password was somebody else's choice, and nothing is open before it is changed. */
export function mustChangePassword(request: FastifyRequest): boolean {
  const found = sessions.get(request);
  return found !== undefined && found.actor === null && found.mustChangePassword;
}

/** When they last proved who they are; null where nobody is signed in. */
export function provedAtOf(request: FastifyRequest): Date | null {
  const found = sessions.get(request);
  return found === undefined || found.actor === null ? null : found.provedAt;
}
