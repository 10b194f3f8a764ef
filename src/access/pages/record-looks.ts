import type { FastifyInstance } from 'fastify';
import { NotAvailable } from '../../shared/not-available.ts';
import { addressPart, queryText } from '../../web/server/index.ts';
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
      parts: textsOf(config.address, (name) => addressPart(request, name)),
      asked: textsOf(config.query, (name) => queryText(request, name)),
      listed: casesListedOn(request),
    });
    if (look === null) return;
    try {
      await work.store.recordLook(actor, { ...look, at: work.clock() });
    } catch (fault) {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      throw isRead || reply.statusCode >= 400 ? fault : whatWasSentMayBeThere(fault);
    }
  });
}

/** The form has done its work already: of its entry alone it is known that it was not saved. */
function whatWasSentMayBeThere(fault: unknown): unknown {
  if (!(fault instanceof NotAvailable)) return fault;
  return new NotAvailable({ what: fault.what, saved: 'not-known', cause: fault });
}

function textsOf(
  named: Readonly<Record<string, string>> | undefined,
  textUnder: (name: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(named ?? {}).map((name) => [name, textUnder(name)]));
}
