import type { FastifyInstance, FastifyRequest } from 'fastify';
import { lookOf } from '../domain/look.ts';
import type { AccessWork } from '../use-cases/access-work.ts';
import { casesListedOn } from './cases-listed.ts';
import { actorIn } from './signed-in.ts';

/**
 * Enters what somebody who is signed in was shown or refused, before the answer leaves: where it cannot be entered, it is
 * not shown either.
 */
export function addLookHook(server: FastifyInstance, work: AccessWork): void {
  server.addHook('onSend', async (request, reply) => {
    const actor = actorIn(request);
    const { url: page, config } = request.routeOptions;
    if (actor === null || page === undefined || request.is404) return;
    const look = lookOf({
      method: request.method,
      page,
      access: config.access,
      status: reply.statusCode,
      parts: textsIn(request.params),
      asked: textsIn(request.query),
      listed: casesListedOn(request),
    });
    if (look !== null) await work.store.recordLook(actor, { ...look, at: work.clock() });
  });
}

function textsIn(members: FastifyRequest['params']): Readonly<Record<string, string>> {
  const texts = Object.entries(members ?? {}).filter(
    (member): member is [string, string] => typeof member[1] === 'string',
  );
  return Object.fromEntries(texts);
}
