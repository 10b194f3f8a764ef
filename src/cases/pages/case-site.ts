import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/index.ts';
import type { ReferenceWords } from '../../reference/index.ts';
import type { TriageWork } from '../../triage/index.ts';
import type { Visit } from '../../web/server/index.ts';
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

/** A request to a page of this room, and who makes it. */
export type CaseVisit = Visit<CaseSite, Actor>;

/** The name of a scheme by its id; of one that has left the catalogue, its id. */
export function schemeName({ work }: CaseSite, id: string): string {
  return work.catalogue.schemes.find((scheme) => scheme.id === id)?.name ?? id;
}

/** What the words of events look up. */
export function eventNames(site: CaseSite): EventNames {
  return { words: site.words, schemeName: (id) => schemeName(site, id), hasActivity: true, appointment: () => null };
}
