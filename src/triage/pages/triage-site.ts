import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/index.ts';
import type { ReferenceWords } from '../../reference/index.ts';
import type { TriageWork } from '../use-cases/triage-work.ts';

/** What the pages of this room are given when they are joined. */
export interface TriageSite {
  readonly work: TriageWork;
  readonly words: ReferenceWords;
  /** Who is signed in on this request. Nobody else gets as far as these pages. */
  readonly actorOf: (request: FastifyRequest) => Actor;
}

/** A request, and who makes it. */
export interface TriageVisit {
  readonly site: TriageSite;
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** A page of this room. Who may use it is said by its route. */
export function handlerOf(site: TriageSite, answer: (visit: TriageVisit) => Promise<FastifyReply>): Handler {
  return (request, reply) => answer({ site, actor: site.actorOf(request), request, reply });
}

/** A part of the address, as `triageId` of `/triages/:triageId`. */
export function addressPart(request: FastifyRequest, name: string): string {
  return (request.params as Readonly<Record<string, string | undefined>>)[name] ?? '';
}

/** The name of a scheme by its id; of one that has left the catalogue, its id. */
export function schemeName({ work }: TriageSite, id: string): string {
  return work.catalogue.schemes.find((scheme) => scheme.id === id)?.name ?? id;
}
