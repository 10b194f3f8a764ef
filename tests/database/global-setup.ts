import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { joinEmbeddedServer } from '../../src/db/embedded/embedded-server.ts';
import { ensureDatabase } from '../../src/db/embedded/ensure-database.ts';
import { serverConnection } from '../../src/db/embedded/probe.ts';
import { migrate } from '../../src/db/migrate.ts';
import { setUpLogins } from '../../src/db/set-up-logins.ts';
import { within, type Connection, type TestTemplate } from './test-database.ts';

/** A test's data need not survive a power cut. */
const FASTER = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
const TEMPLATE = 'waymark_test';

/**
 * One embedded server for the whole run, and a template database of each kind. The database "given by URL" is the one
 * that TEST_DATABASE_URL names (its login needs CREATEDB, and CREATEROLE the first time); without it, an ordinary login
 * on the embedded server, reached by a URL.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-test-'));
  await chmod(folder, 0o711);
  const server = await joinEmbeddedServer({ dataFolder: folder, say: () => undefined, settings: FASTER });
  const embedded = await embeddedTemplate(server.socketFolder);
  const byUrl = await urlTemplate(process.env.TEST_DATABASE_URL || (await makeUrl(server.socketFolder)));
  project.provide('testTemplates', [embedded, byUrl]);
  return async () => {
    await within(byUrl.maker, (maker) => maker.query(`drop database if exists ${byUrl.template}`));
    await server.leave();
    await rm(folder, { recursive: true, force: true });
  };
}

async function embeddedTemplate(socketFolder: string): Promise<TestTemplate> {
  const { owner, logins } = await ensureDatabase(socketFolder, TEMPLATE);
  await within(owner, migrate);
  return {
    kind: 'embedded',
    maker: plain(serverConnection(socketFolder)),
    template: TEMPLATE,
    owner: plain(owner),
    people: plain(logins.people),
    program: plain(logins.program),
  };
}

async function urlTemplate(url: string): Promise<TestTemplate> {
  const template = `${TEMPLATE}_url_${randomBytes(4).toString('hex')}`;
  const maker = plain({ connectionString: url });
  await within(maker, (client) => client.query(`create database ${template}`));
  const withLogin = (user: string): string => {
    const address = new URL(url);
    address.pathname = template;
    address.username = user;
    address.password = 'a password for tests';
    return address.href;
  };
  const owner = { ...maker, database: template };
  const [databaseUrl, databaseSystemUrl] = [withLogin('waymark_test_web'), withLogin('waymark_test_program')];
  const databaseOwnerUrl = new URL(url);
  databaseOwnerUrl.pathname = template;
  await setUpLogins({ databaseUrl, databaseSystemUrl, databaseOwnerUrl: databaseOwnerUrl.href });
  // Whoever drops a database ends the connections that others still have to it.
  await within(maker, (client) =>
    client.query('grant waymark_test_web, waymark_test_program to current_user with inherit true, set false'),
  );
  return {
    ...{ kind: 'url', maker, template, owner },
    people: plain({ connectionString: databaseUrl }),
    program: plain({ connectionString: databaseSystemUrl }),
  };
}

/** What an administrator would do for a Waymark that is given a URL: an ordinary login, the two roles, a database. */
async function makeUrl(socketFolder: string): Promise<string> {
  await within(serverConnection(socketFolder), async (client) => {
    await client.query('create role waymark_by_url login createdb createrole');
    await client.query('grant waymark_app, waymark_system to waymark_by_url with admin true, inherit false, set true');
    await client.query('create database waymark_by_url owner waymark_by_url');
  });
  return `postgresql://waymark_by_url@localhost/waymark_by_url?host=${encodeURIComponent(socketFolder)}`;
}

/** A connection as text and numbers only, which is all that reaches the tests' own processes. */
function plain(connection: pg.ClientConfig): Connection {
  const { host, port, user, password, database } = new pg.Client(connection);
  return { host, port, user: user ?? '', password: password ?? '', database: database ?? '' };
}
