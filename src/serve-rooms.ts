import type { FastifyInstance } from 'fastify';
import { accessRefusal, actorIn, recogniseVisitors, visitorOf, type AccessWork, type Actor } from './access/index.ts';
import type { NavigationLink, Room } from './room.ts';
import { buildServer, healthOf, seeOther, type ServerOptions } from './web/server/index.ts';

export interface ServedRooms extends Omit<ServerOptions, 'visitorOf' | 'navigationFor'> {
  readonly rooms: readonly Room[];
  readonly access: AccessWork;
}

/** A server of every room: who asks is recognised, and let through to what they may use; the navigation shows no more. */
export async function serveRooms({ rooms, access, health, ...options }: ServedRooms): Promise<FastifyInstance> {
  const links = rooms.flatMap(({ navigation }) => navigation);
  const checks = [health, ...rooms.flatMap((room) => room.health ?? [])];
  const server = await buildServer({
    ...options,
    health: async () => healthOf(await Promise.all(checks.map((check) => check()))),
    visitorOf,
    navigationFor: (request) => usableBy(actorIn(request), links),
  });
  await recogniseVisitors(server, access);
  server.get('/', { config: { access: 'signed-in' } }, (request, reply) =>
    seeOther(reply, usableBy(actorIn(request), links)[0]?.href ?? '/sign-in'),
  );
  for (const { routes } of rooms) await server.register(routes);
  return server;
}

function usableBy(actor: Actor | null, links: readonly NavigationLink[]): readonly NavigationLink[] {
  return links.filter(({ access }) => accessRefusal(access, actor) === null);
}
