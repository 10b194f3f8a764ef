import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../access/index.ts';
import type { ReferenceWords } from '../../reference/index.ts';
import type { TriageWork } from '../../triage/index.ts';
import type { CaseWork } from '../use-cases/case-work.ts';
import type { EventNames } from './words/events.ts';

/** What the pages of this room are given when they are joined. */
export interface CaseSite {
  readonly work: CaseWork;
  /** For the triages that somebody has not finished: they stand above their cases. */
  readonly triage: TriageWork;
  readonly words: ReferenceWords;
  /** Who is signed in on this request. Nobody else gets as far as these pages. */
  readonly actorOf: (request: FastifyRequest) => Actor;
}

/** A request, and who makes it. */
export interface Asking {
  readonly site: CaseSite;
  readonly actor: Actor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/** A page of this room. Who may use it is said by its route. */
export function answering(site: CaseSite, answer: (asking: Asking) => Promise<FastifyReply>): Handler {
  return (request, reply) => answer({ site, actor: site.actorOf(request), request, reply });
}

/** A part of the address, as `caseId` of `/cases/:caseId`. */
export function addressPart(request: FastifyRequest, name: string): string {
  return (request.params as Readonly<Record<string, string | undefined>>)[name] ?? '';
}

/** What was asked after the `?`, as text; empty where it was not. */
export function askedFor(request: FastifyRequest, name: string): string {
  const value = (request.query as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : '';
}

/** The name of a scheme by its id; of one that has left the catalogue, its id. */
export function schemeName({ work }: CaseSite, id: string): string {
  return work.catalogue.schemes.find((scheme) => scheme.id === id)?.name ?? id;
}

/** What the words of events look up. */
export function eventNames(site: CaseSite): EventNames {
  return { words: site.words, schemeName: (id) => schemeName(site, id), appointment: () => null };
}
