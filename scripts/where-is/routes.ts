import fastify, { type FastifyContextConfig, type FastifyPluginAsync } from 'fastify';
import type { Room } from '../../src/room.ts';
import { linkTo, table } from './markdown.ts';
import { sourceFiles } from './source-file.ts';

interface Route {
  readonly address: string;
  readonly methods: readonly string[];
  readonly access: FastifyContextConfig['access'];
  readonly file: string;
}

/** Addresses of every program, whatever its rooms: joined by hand, as they stand outside of the rooms. */
const OUTSIDE: readonly Route[] = [
  { address: '/', methods: ['GET'], access: 'signed-in', file: 'src/serve-rooms.ts' },
  { address: '/assets/*', methods: ['GET'], access: 'open', file: 'src/web/server/assets.ts' },
  { address: '/health', methods: ['GET'], access: 'open', file: 'src/web/server/server.ts' },
];

/** Every address that the server answers, who may use it, and the file that answers; of the two of a form the first. */
export async function routes(): Promise<string> {
  const all = [...OUTSIDE, ...(await routesOfRooms())];
  const isSecond = ({ address, file }: Route): boolean =>
    all.some((other) => address === `${other.address}/:target` && file === other.file);
  const found = all.filter((route) => !isSecond(route)).toSorted((a, b) => (a.address < b.address ? -1 : 1));
  return table(
    ['address', 'for', 'where'],
    found.map(({ address, methods, access, file }) => [
      `\`${methods.join(', ')} ${address}\``,
      typeof access === 'string' ? access : access.join(' or '),
      linkTo(file),
    ]),
  );
}

/** The rooms say by themselves which routes they have: they are registered, as the program does, and none is ever used. */
async function routesOfRooms(): Promise<readonly Route[]> {
  const rooms = await Promise.all(sourceFiles().filter(isRoom).map(roomIn));
  return (await Promise.all(rooms.map(({ routes }) => routesOf(routes)))).flat();
}

/** A room is made in the file of its own name: `src/cases/cases-room.ts`. */
function isRoom(file: string): boolean {
  return /^src\/([a-z]+)\/\1-room\.ts$/.test(file);
}

async function roomIn(file: string): Promise<Room> {
  const exported = (await import(new URL(`../../${file}`, import.meta.url).href)) as Record<string, unknown>;
  const [makeRoom] = Object.values(exported);
  if (typeof makeRoom !== 'function') throw new Error(`${file} exports no function that makes a room`);
  return (makeRoom as (site: object) => Room)(notUsed());
}

async function routesOf(plugin: FastifyPluginAsync): Promise<readonly Route[]> {
  // A plugin is a module that is read when it is registered: on a busy machine that takes longer than Fastify waits.
  const server = fastify({ pluginTimeout: 0 });
  const found = new Map<string, Route>();
  server.addHook('onRoute', ({ url, method, config }) => {
    if (config === undefined || method === 'HEAD') return;
    const file = registeredIn(new Error('where').stack ?? '');
    const before = found.get(`${file} ${url}`);
    const methods = [...(before?.methods ?? []), ...[method].flat()];
    found.set(`${file} ${url}`, { address: url, methods, access: config.access, file: pageOf(url) ?? file });
  });
  await server.register(plugin);
  await server.close();
  return [...found.values()];
}

/** The file of this project that a call came from: the first in the stack but this one. */
function registeredIn(stack: string): string {
  const files = [...stack.matchAll(/(src\/[^\s:)]+\.ts):\d+/g)].map(([, file = '']) => file);
  return files[0] ?? '';
}

/** The forms of a case are registered in one place; each is in a folder of its command's name. */
function pageOf(address: string): string | null {
  const command = /^\/cases\/:caseId\/([a-z-]+)/.exec(address)?.[1];
  return command === undefined
    ? null
    : (sourceFiles().find((file) => file.includes('/pages/') && file.endsWith(`/${command}/page.ts`)) ?? null);
}

/** Stands for what rooms are given. Registering a route looks at it and uses none of it; a call throws. */
function notUsed(): object {
  const use = (): never => {
    throw new Error('Something is used before any request came');
  };
  return new Proxy(use, { get: (): object => notUsed() });
}
