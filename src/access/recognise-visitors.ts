import type { FastifyInstance } from 'fastify';
import type { AccessWork } from './use-cases/access-work.ts';

/** Makes the server look at who asks, for every route of every room, and enter what they were shown. To be called before the rooms are registered. */
export async function recogniseVisitors(server: FastifyInstance, work: AccessWork): Promise<void> {
  // Loaded when it is called: the command line uses this room too, and has no use for a web server.
  const { addVisitorHook } = await import('./pages/visitors.ts');
  const { addLookHook } = await import('./pages/record-looks.ts');
  const { addProofHook } = await import('./pages/proof/ask-for-proof.ts');
  addVisitorHook(server, work);
  addLookHook(server, work);
  addProofHook(server, work);
}
