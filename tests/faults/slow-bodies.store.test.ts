import { connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessRefusal, rightsOf, type Role } from '../../src/access/index.ts';
import { startDemonstrationServer, type DemonstrationServer } from './demonstration-server.ts';

/** One of the demonstration for each role. */
const PEOPLE: { readonly [role in Role]?: string } = {
  officer: 'officer@durham.example',
  supervisor: 'supervisor@durham.example',
  coordinator: 'coordinator@durham.example',
  'information-officer': 'information-officer@durham.example',
  provider: 'worker@provider.durham.example',
  evaluator: 'evaluator@evaluation.example',
  board: 'board@board.example',
};
const roles = Object.keys(PEOPLE) as Role[];
/** Far below the twenty-five seconds after which a body that does not come is answered anyhow. */
const AT_ONCE_MS = 5_000;
/** Five seconds are given for the rest, and the machine may be busy. */
const CUT_OFF_WITHIN_MS = 15_000;
const started: DemonstrationServer[] = [];
const cookies = new Map<string, Record<string, string>>();

async function listening(requestsPerMinute = 1_000_000): Promise<FastifyInstance> {
  const demonstration = await startDemonstrationServer({ requestsPerMinute });
  started.push(demonstration);
  const { server } = demonstration;
  await server.listen({ port: 0, host: '127.0.0.1' });
  for (const role of roles) cookies.set(role, await demonstration.cookiesOf(PEOPLE[role] ?? null));
  cookies.set('nobody', await demonstration.cookiesOf(null));
  return server;
}
afterAll(async () => {
  for (const one of started) await one.close();
});

/** One who may send to an address; nobody where it is open to all. */
const ableTo = (access: Parameters<typeof accessRefusal>[0]): string =>
  access === 'open'
    ? 'nobody'
    : (roles.find((one) => accessRefusal(access, { rights: rightsOf(one) }) === null) ?? 'nobody');
const bodied = (server: FastifyInstance) =>
  server.knownRoutes.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method));
const addressOf = (url: string): string =>
  url.replace(':target', 'made-up').replace(':fact', 'age').replace(/:\w+/g, '00000000-0000-4000-8000-000000000009');

interface Sent {
  readonly socket: Socket;
  /** The status of the answer that comes though the body has not; 0 where none comes at once. */
  readonly status: Promise<number>;
}

/** Sends the head of a request and the first letters of a long body, and then nothing more. */
function sendSlowly(server: FastifyInstance, url: string, headers: Readonly<Record<string, string>>): Sent {
  const { hostname, port } = new URL(server.listeningOrigin);
  const socket = connect(Number(port), hostname);
  const lines = Object.entries({
    host: 'localhost',
    accept: 'text/html',
    'content-type':
      url === '/evaluations/new' ? 'multipart/form-data; boundary=x' : 'application/x-www-form-urlencoded',
    'content-length': '100000',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`POST ${addressOf(url)} HTTP/1.1\r\n${lines.join('')}\r\n_csrf=x`);
  const status = new Promise<number>((resolve) => {
    setTimeout(() => resolve(0), AT_ONCE_MS).unref();
    socket.once('data', (chunk: Buffer) => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(chunk.toString())?.[1] ?? 0)));
    socket.once('error', () => resolve(0));
  });
  return { socket, status };
}

async function answerTo(...request: Parameters<typeof sendSlowly>): Promise<number> {
  const { socket, status } = sendSlowly(...request);
  const answered = await status;
  socket.destroy();
  return answered;
}

const asHeader = (held: Record<string, string> | undefined, without = ''): string =>
  Object.entries(held ?? {})
    .filter(([name]) => without === '' || !name.includes(without))
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');

describe('Of a form whose body does not come, at each address that takes one,', () => {
  let server: FastifyInstance;
  const held = (role: string): Record<string, string> | undefined => cookies.get(role);
  beforeAll(async () => void (server = await listening()), 180_000);

  test('nobody’s is answered at once, and where it is open to all one without a page’s cookie is', async () => {
    const answers: string[] = [];
    for (const { url, access } of bodied(server)) {
      const status = await answerTo(server, url, access === 'open' ? {} : { cookie: asHeader(held('nobody')) });
      if (status !== 403) answers.push(`${url}: ${status}`);
    }
    expect(bodied(server).length).toBeGreaterThan(60);
    expect(answers).toEqual([]);
  }, 120_000);

  test('one of somebody without the right is answered at once', async () => {
    const answers: string[] = [];
    for (const { url, access } of bodied(server)) {
      const without = roles.find((role) => accessRefusal(access, { rights: rightsOf(role) }) !== null);
      if (without === undefined) continue;
      const status = await answerTo(server, url, { cookie: asHeader(held(without)) });
      if (status !== 403) answers.push(`${url} by ${without}: ${status}`);
    }
    expect(answers).toEqual([]);
  }, 120_000);

  test('one that has the right, and not the cookie of a page or comes from another site, is answered at once', async () => {
    const answers: string[] = [];
    for (const { url, access } of bodied(server)) {
      const role = ableTo(access);
      for (const headers of [
        { cookie: asHeader(held(role), 'csrf') },
        { cookie: `${asHeader(held(role), 'csrf')}; __Host-waymark_csrf=made-up.signature` },
        { cookie: asHeader(held(role)), 'sec-fetch-site': 'cross-site' },
      ]) {
        const status = await answerTo(server, url, headers);
        if (status !== 403) answers.push(`${url} by ${role}: ${status}`);
      }
    }
    expect(answers).toEqual([]);
  }, 120_000);

  test('that has everything it is waited for, and whoever else asks meanwhile is answered', async () => {
    const slow = Array.from({ length: 200 }, () =>
      sendSlowly(server, '/triages/new', { cookie: asHeader(held('officer')) }),
    );
    const page = await server.inject({ url: '/about', headers: { accept: 'text/html' } });
    expect(page.statusCode).toBe(200);
    expect(await Promise.race(slow.map(({ status }) => status))).toBe(0);
    for (const { socket } of slow) socket.destroy();
  }, 60_000);
});

describe('Over the rate', () => {
  /** As many as it takes to sign everybody in from one address. */
  const PER_MINUTE = 40;
  let server: FastifyInstance;
  beforeAll(async () => void (server = await listening(PER_MINUTE)), 180_000);

  /** Asks until it is too much. */
  async function exhaust(role: string): Promise<void> {
    for (let asked = 0; asked <= PER_MINUTE; asked += 1) {
      const answer = await server.inject({ url: '/about', headers: { cookie: asHeader(cookies.get(role)) } });
      if (answer.statusCode === 429) return;
    }
    throw new Error(`${role} is never told that it is too much`);
  }

  test('each address that takes a body answers at once that it is too much, before the body has come', async () => {
    const answers: string[] = [];
    const byRole = Map.groupBy(bodied(server), ({ access }) => ableTo(access));
    for (const [role, routes] of byRole) {
      await exhaust(role);
      for (const { url } of routes) {
        const status = await answerTo(server, url, { cookie: asHeader(cookies.get(role)) });
        if (status !== 429) answers.push(`${url} by ${role}: ${status}`);
      }
    }
    expect(byRole.size).toBeGreaterThan(4);
    expect(answers).toEqual([]);
  }, 120_000);

  test('and what was answered so is cut off where the rest does not come', async () => {
    await exhaust('officer');
    const from = performance.now();
    const { socket, status } = sendSlowly(server, '/triages/new', { cookie: asHeader(cookies.get('officer')) });
    expect(await status).toBe(429);
    await new Promise((resolve) => socket.once('close', resolve));
    expect(performance.now() - from).toBeLessThan(CUT_OFF_WITHIN_MS);
  }, 60_000);
});
