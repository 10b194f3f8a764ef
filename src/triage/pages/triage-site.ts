import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/index.ts';
import type { ReferenceWords } from '../../reference/index.ts';
import { termsTold } from '../../schemes/index.ts';
import type { Html } from '../../web/markup/index.ts';
import type { Visit } from '../../web/server/index.ts';
import type { TriageWork } from '../use-cases/triage-work.ts';

/** What the pages of this room are given when they are joined. */
export interface TriageSite {
  readonly work: TriageWork;
  readonly words: ReferenceWords;
  /** Who is signed in on this request. Nobody else gets as far as these pages. */
  readonly actorOf: (request: FastifyRequest) => Actor;
}

/** A request to a page of this room, and who makes it. */
export type TriageVisit = Visit<TriageSite, Actor>;

/** What is told of a scheme before somebody agrees to it; null where it has left the catalogue. */
export function schemeTerms({ work }: TriageSite, id: string): Html | null {
  const scheme = work.catalogue.schemes.find((one) => one.id === id);
  return scheme === undefined ? null : termsTold(scheme);
}

/** The name of a scheme by its id; of one that has left the catalogue, its id. */
export function schemeName({ work }: TriageSite, id: string): string {
  return work.catalogue.schemes.find((scheme) => scheme.id === id)?.name ?? id;
}
