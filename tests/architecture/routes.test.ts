import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rights, type AccessWork, type Account, type Membership } from '../../src/access/index.ts';
import { dangerousActs } from '../../src/access/domain/dangerous-acts.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { serveRooms } from '../../src/serve-rooms.ts';
import { noDatabase } from '../database/no-database.ts';
import { routesPage } from './routes-page.ts';

/** A role that some newer version brought: the table of rights does not know it. */
const membership: Membership = {
  id: '00000000-0000-4000-8000-000000000003',
  role: 'a role without rights',
  organisationId: '00000000-0000-4000-8000-000000000002',
  organisation: 'An organisation',
  force: null,
};
const account: Account = {
  accountId: '00000000-0000-4000-8000-000000000001',
  name: 'Nobody in particular',
  memberships: [membership],
};
const SIGNED_IN = { '__Host-waymark_session': 'signed in' };
const NOW = new Date('2026-03-02T09:00:00.000Z');

const folder = mkdtempSync(join(tmpdir(), 'waymark-routes-'));
let server: FastifyInstance;

beforeAll(async () => {
  const config = readConfig({ WAYMARK_DATA: folder, WAYMARK_DEMONSTRATION: 'no' });
  const waymark = compose(config, { database: noDatabase() });
  server = await serveRooms({
    rooms: await waymark.rooms(),
    access: withSession(await waymark.access()),
    health: () => Promise.resolve({ ok: true }),
    cookieSecret: 'a secret for tests that is long enough',
    requestsPerMinute: 10_000,
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** The same, with a session for whatever token a browser sends. */
function withSession(work: AccessWork): AccessWork {
  const session = {
    id: '00000000-0000-4000-8000-000000000004',
    account,
    membership,
    signedInAt: NOW,
    lastSeenAt: NOW,
    provedAt: NOW,
    mustChangePassword: false,
    address: null,
    browser: null,
  };
  return {
    ...work,
    clock: () => NOW,
    store: {
      recordLook: () => Promise.resolve(),
      within: (purpose, use) =>
        work.store.within(purpose, (access) => use({ ...access, session: () => Promise.resolve(session) })),
    },
  };
}

/** An address as somebody would ask for it: each part that stands for something is made up. */
const addressOf = (url: string): string => url.replace(/:\w+/g, 'made-up').replace('*', 'made-up');

const routes = () => server.knownRoutes.filter(({ method }) => method !== 'HEAD');
const asking = (accept: string, cookies: Record<string, string> = {}) => ({ headers: { accept }, cookies });

describe('Every route', () => {
  test('stands in docs/routes.md with those who may use it: `npx vitest run --project walls routes -u` writes it anew', async () => {
    await expect(routesPage(server.knownRoutes)).toMatchFileSnapshot('../../docs/routes.md');
  });

  test('that is not open sends those who are not signed in to sign in, and tells a program so', async () => {
    const closed = routes().filter(({ access }) => access !== 'open');
    expect(closed.length).toBeGreaterThan(30);
    for (const { method, url } of closed) {
      const request = { method: method as 'GET', url: addressOf(url) };
      const page = await server.inject({ ...request, ...asking('text/html') });
      // A form is not led away from: its answer says how to sign in beside it and send it again.
      expect([method, url, page.statusCode]).toEqual([method, url, method === 'POST' ? 403 : 303]);
      if (method === 'POST') expect(page.body).toContain('href="/sign-in" target="_blank"');
      else expect(page.headers.location).toMatch(/^\/sign-in/);
      const program = await server.inject({ ...request, ...asking('application/json') });
      expect([method, url, program.statusCode]).toEqual([method, url, 401]);
    }
  });

  test('that needs a right refuses a role that has none, with the reason, before it reads what was sent', async () => {
    const needing = routes().filter(({ access }) => access !== 'open' && access !== 'signed-in');
    for (const { method, url, access } of needing) {
      const answer = await server.inject({
        method: method as 'GET',
        url: addressOf(url),
        headers: { accept: 'application/json', 'content-type': 'application/x-unknown' },
        cookies: SIGNED_IN,
        ...(method === 'POST' && { payload: 'what nobody could read' }),
      });
      expect([method, url, answer.statusCode]).toEqual([method, url, 403]);
      const [first] = [access].flat();
      expect(answer.json()).toMatchObject({ title: rights[first as keyof typeof rights].refusedBecause });
    }
  });

  test('that is open answers those who are not signed in', async () => {
    for (const { url } of routes().filter(({ method, access }) => method === 'GET' && access === 'open')) {
      const { statusCode } = await server.inject({ url: addressOf(url), ...asking('text/html') });
      expect([url, statusCode]).toEqual([url, expect.toBeOneOf([200, 303, 404])]);
    }
  });

  test('that leads nowhere is 404 for those who are signed in, and sends the others to sign in', async () => {
    const url = '/no-such-page';
    expect((await server.inject({ url, ...asking('text/html', SIGNED_IN) })).statusCode).toBe(404);
    expect((await server.inject({ url, ...asking('text/html') })).headers.location).toContain('/sign-in');
  });
});

test('What asks for the password again is each the address of a form that is there', () => {
  const posts = routes().flatMap(({ method, url }) => (method === 'POST' ? [url] : []));
  expect(Object.keys(dangerousActs).filter((url) => !posts.includes(url))).toEqual([]);
});

test('The navigation leads nowhere that the same right does not open', async () => {
  const { rooms } = compose(readConfig({ WAYMARK_DATA: folder, WAYMARK_DEMONSTRATION: 'no' }), {
    database: noDatabase(),
  });
  const links = (await rooms()).flatMap(({ navigation }) => navigation);
  for (const { href, access } of links) {
    const route = routes().find(({ method, url }) => method === 'GET' && url === href);
    expect([href, route?.access]).toEqual([href, access]);
  }
  expect(links.map(({ href }) => href)).toContain('/cases');
});
