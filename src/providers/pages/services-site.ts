import type { FastifyReply, FastifyRequest } from 'fastify';
import { rights, type Actor } from '../../access/index.ts';
import type { ReferenceWords } from '../../reference/index.ts';
import { sendForbidden, sendNotFound, type Visit } from '../../web/server/index.ts';
import type { PublishingRefusal } from '../domain/publishing-refusal.ts';
import type { ProvidersWork } from '../use-cases/providers-work.ts';

/** What the pages of this room are given when they are joined. */
export interface ServicesSite {
  readonly work: ProvidersWork;
  readonly words: Pick<ReferenceWords, 'forces' | 'schemes' | 'localAuthorities'>;
  /** Who is signed in on this request. Nobody else gets as far as these pages. */
  readonly actorOf: (request: FastifyRequest) => Actor;
}

/** A request to a page of this room, and who makes it. */
export type ServicesVisit = Visit<ServicesSite, Actor>;

/** Answers a refusal that no form can put right; null for the others. */
export function answerRefusal({ request, reply }: ServicesVisit, refusal: PublishingRefusal): FastifyReply | null {
  if (refusal.code === 'not-your-role') return sendForbidden(request, reply, rights['publish-services'].refusedBecause);
  return refusal.code === 'service-not-found' ? sendNotFound(request, reply) : null;
}
