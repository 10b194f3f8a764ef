import type { FastifyReply, FastifyRequest } from 'fastify';
import { queryPart, textUnder } from './addresses.ts';

/** What the handler of a page works with: the request, who makes it, and what its room was given when it was joined. */
export interface Visit<Site, Actor> {
  readonly site: Site;
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

interface KnowsActors<Actor> {
  /** Who is signed in on this request. */
  readonly actorOf: (request: FastifyRequest) => Actor;
}

/** The handler of a page for whoever is signed in. Who may use it is said by its route. */
export function handlerOf<Site, Actor>(
  site: Site & KnowsActors<Actor>,
  answer: (visit: Visit<Site, Actor>) => Promise<FastifyReply>,
): Handler {
  return (request, reply) => answer({ site, actor: site.actorOf(request), request, reply });
}

/** A part of the address, as `caseId` of `/cases/:caseId`; empty where the route has no such part. */
export function addressPart(request: FastifyRequest, name: string): string {
  return textUnder(request.params, name);
}

/** What stands after the `?` under a name, as text; empty where it is not there, or there more than once. */
export function queryText(request: FastifyRequest, name: string): string {
  return queryPart(request, name);
}

/** The page of a list that is asked for: the first where none is. */
export function pageAsked(request: FastifyRequest): number {
  return Number(queryPart(request, 'page') || 1);
}
