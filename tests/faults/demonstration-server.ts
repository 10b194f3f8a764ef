import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { expect, inject } from 'vitest';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { databaseHealth } from '../../src/db/index.ts';
import { jobsHealth } from '../../src/jobs/index.ts';
import { kindsAtWork } from '../../src/jobs/store/kinds-at-work.ts';
import { serveRooms } from '../../src/serve-rooms.ts';
import { healthOf } from '../../src/web/server/index.ts';
import { makeTestDatabase, type TestDatabase } from '../database/test-database.ts';

const PASSWORD = 'kelo-rabo-timu-suni';
const SECRET = 'a secret for tests that is long enough';

/** As a browser sends a form. */
export const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };

/** The token of the first form on a page; empty where there is none. */
export function tokenIn(page: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#x2F;', '/') ?? '';
}

/** All rooms with the demonstration, on a database of its own, asked without a socket. */
export interface DemonstrationServer {
  readonly server: FastifyInstance;
  readonly database: TestDatabase;
  /** What was logged as an error, a line each; may be emptied. */
  readonly logged: string[];
  /** The cookies of somebody of the demonstration who has signed in; of nobody where there is no address. */
  readonly cookiesOf: (email: string | null) => Promise<Record<string, string>>;
  readonly close: () => Promise<void>;
}

export async function startDemonstrationServer({
  trustedProxies = [],
  requestsPerMinute = 1_000_000,
}: {
  readonly trustedProxies?: readonly string[];
  readonly requestsPerMinute?: number;
} = {}): Promise<DemonstrationServer> {
  const [template] = inject('testTemplates');
  if (template === undefined) throw new Error('There is no database to test with');
  const folder = mkdtempSync(join(tmpdir(), 'waymark-demonstration-'));
  const database = await makeTestDatabase(template);
  const config = readConfig({ WAYMARK_DATA: folder, WAYMARK_DEMONSTRATION_PASSWORD: PASSWORD });
  const waymark = compose(config, { database: database.db });
  await waymark.demonstration();
  const logged: string[] = [];
  const server = await serveRooms({
    rooms: await waymark.rooms(),
    access: await waymark.access(),
    health: async () => {
      const [health, kinds] = await Promise.all([databaseHealth(database.db), kindsAtWork(database.db)]);
      return healthOf([{ ok: health.status === 'ok', status: health.status }, jobsHealth({ isRunning: true, kinds })]);
    },
    cookieSecret: SECRET,
    requestsPerMinute,
    trustedProxies,
    logger: { level: 'error', stream: { write: (line) => logged.push(line) } },
  });
  return {
    server,
    database,
    logged,
    cookiesOf: (email) => signIn(server, email),
    close: async () => {
      await server.close();
      await waymark.close();
      await database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function signIn(server: FastifyInstance, email: string | null): Promise<Record<string, string>> {
  const page = await server.inject('/sign-in');
  const cookies = Object.fromEntries(page.cookies.map(({ name, value }) => [name, value]));
  if (email === null) return cookies;
  const payload = new URLSearchParams({ _csrf: tokenIn(page.body), email, password: PASSWORD }).toString();
  const sent = await server.inject({ method: 'POST', url: '/sign-in', headers: FORM, cookies, payload });
  expect([email, sent.statusCode]).toEqual([email, 303]);
  return { ...cookies, ...Object.fromEntries(sent.cookies.map(({ name, value }) => [name, value])) };
}
