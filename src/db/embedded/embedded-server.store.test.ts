import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { MACHINE_IS_SLOW_MS } from '../../../tests/slow-machines.ts';
import { joinEmbeddedServer, type EmbeddedServer } from './embedded-server.ts';
import { findPostmaster } from './postmaster.ts';
import { serverConnection } from './probe.ts';

/** A connection's own process, killed by itself, which makes the server recover. */
const KILL_ONESELF = `copy (select '') to program 'kill -9 $PPID'`;

const cluster = (): string => join(folder, 'postgres/cluster');
let folder = '';
let said: string[] = [];
let joined: EmbeddedServer[] = [];
/** A data folder whose database is made and stopped. Making one takes longer than all else that most tests do. */
let made = '';

beforeAll(async () => {
  made = await mkdtemp(join(tmpdir(), 'waymark-embedded-'));
  await chmod(made, 0o711);
  await (await joinEmbeddedServer({ dataFolder: made, say: () => undefined, settings: { fsync: 'off' } })).leave();
});
afterAll(() => rm(made, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-embedded-'));
  await chmod(folder, 0o711);
  said = [];
  joined = [];
});
afterEach(async () => {
  await Promise.all(joined.map((server) => server.leave()));
  await rm(folder, { recursive: true, force: true });
});

/** The folder of this test gets a database that was made and stopped before, each file with its owner. */
async function copyMadeDatabase(): Promise<void> {
  await promisify(execFile)('cp', ['-a', join(made, 'postgres'), join(folder, 'postgres')]);
}

async function joinServer(dataFolder = folder): Promise<EmbeddedServer> {
  const server = await joinEmbeddedServer({ dataFolder, say: (line) => said.push(line), settings: { fsync: 'off' } });
  joined.push(server);
  return server;
}

async function ask(server: EmbeddedServer, statement: string): Promise<unknown> {
  const client = new pg.Client(serverConnection(server.socketFolder));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<{ answer: unknown }>(statement)).rows?.[0]?.answer;
  } finally {
    await client.end();
  }
}

/** Repeats until the server answers again. */
async function askUntilAnswered(server: EmbeddedServer, statement: string): Promise<unknown> {
  const answered = async (): Promise<{ readonly answer: unknown }> => ({ answer: await ask(server, statement) });
  return (await vi.waitFor(answered, { timeout: MACHINE_IS_SLOW_MS / 2, interval: 100 })).answer;
}

describe('The embedded server', () => {
  test('is used by several at once, and stops when the last one leaves', async () => {
    const [one, other] = await Promise.all([joinServer(), joinServer()]);
    expect(await ask(one, 'select version() as answer')).toMatch(/^PostgreSQL 18/);
    await one.leave();
    expect(await ask(other, 'select 1 as answer')).toBe(1);
    await other.leave();
    expect(await findPostmaster(cluster())).toBeNull();
    await expect(ask(other, 'select 1')).rejects.toThrow(/ENOENT|ECONNREFUSED/);
  });

  test('listens on no network address, in UTF-8, in UTC, sorted by code point, with page checksums', async () => {
    const server = await joinServer();
    for (const [setting, value] of [
      ['listen_addresses', ''],
      ['server_encoding', 'UTF8'],
      ['TimeZone', 'UTC'],
      ['data_checksums', 'on'],
    ]) {
      expect(await ask(server, `select current_setting('${setting}') as answer`)).toBe(value);
    }
    const locale = "select datlocprovider::text || datlocale as answer from pg_database where datname = 'postgres'";
    expect(await ask(server, locale)).toBe('bC.UTF-8');
  });

  test('keeps its data between starts', async () => {
    await copyMadeDatabase();
    const first = await joinServer();
    await ask(first, 'create table kept as select 7 as number');
    await first.leave();
    expect(await ask(await joinServer(), 'select number as answer from kept')).toBe(7);
  });

  test('outlives a Waymark that is killed, and is used again by the next one', async () => {
    await copyMadeDatabase();
    const program = `
      import { joinEmbeddedServer } from '${new URL('./embedded-server.ts', import.meta.url).href}';
      await joinEmbeddedServer({ dataFolder: '${folder}', say: () => undefined, settings: { fsync: 'off' } });
      console.log('ready');
      setInterval(() => undefined, 1000);`;
    const killed = spawn('node_modules/.bin/node', ['--input-type=module', '--eval', program]);
    await once(killed.stdout, 'data');
    const before = await findPostmaster(cluster());
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const next = await joinServer();
    expect(await findPostmaster(cluster())).toBe(before);
    await next.leave();
    expect(await findPostmaster(cluster())).toBeNull();
  });

  test.each([
    ['its main process is killed', async () => process.kill((await findPostmaster(cluster()))!, 'SIGKILL')],
    ['it is shut down by somebody', async () => process.kill((await findPostmaster(cluster()))!, 'SIGINT')],
    ['one of its processes is killed', async () => void (await ask(joined[0]!, KILL_ONESELF).catch(() => null))],
  ])('comes back by itself after %s', async (_what, harm) => {
    await copyMadeDatabase();
    const server = await joinServer();
    await ask(server, 'create table kept as select 7 as number');
    await harm();
    expect(await askUntilAnswered(server, 'select number as answer from kept')).toBe(7);
    await server.leave();
    expect(await findPostmaster(cluster())).toBeNull();
  });

  test('starts where a lock file is left over whose process number now belongs to another program', async () => {
    await copyMadeDatabase();
    await (await joinServer()).leave();
    const foreign = `${process.pid}\n${cluster()}\n`;
    await writeFile(join(cluster(), 'postmaster.pid'), foreign);
    await writeFile(join(folder, 'postgres/run/.s.PGSQL.5432.lock'), foreign);
    expect(await ask(await joinServer(), 'select 1 as answer')).toBe(1);
  });

  test('starts where the making of its files was interrupted', async () => {
    await mkdir(join(folder, 'postgres'), { mode: 0o711 });
    await mkdir(join(folder, 'postgres/unfinished-abc'));
    expect(await ask(await joinServer(), 'select 1 as answer')).toBe(1);
  });

  test('can live in a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'a'.repeat(60), 'ü'.repeat(30));
    await mkdir(deep, { recursive: true, mode: 0o711 });
    const server = await joinServer(deep);
    expect(server.socketFolder).toMatch(/^\/tmp\/waymark-[0-9a-f]+$/);
    expect(await ask(server, 'select 1 as answer')).toBe(1);
    await server.leave();
    await rm(server.socketFolder, { recursive: true });
  });

  test.skipIf(process.getuid?.() !== 0)(
    'that root starts runs as a user of its own, who alone with root is let in, whatever the folder of its socket lets through',
    async () => {
      const server = await joinServer();
      const { uid } = await stat(cluster());
      const passwd = await readFile('/etc/passwd', 'utf8');
      expect(passwd.split('\n').find((line) => line.split(':')[2] === String(uid))).toMatch(/^waymark-database:/);
      await chmod(server.socketFolder, 0o755);
      await chmod(join(server.socketFolder, '.s.PGSQL.5432'), 0o777);
      const program = `
        const pg = require(${JSON.stringify(createRequire(import.meta.url).resolve('pg'))});
        const client = new pg.Client({ host: ${JSON.stringify(server.socketFolder)}, user: 'waymark_server', database: 'postgres' });
        client.connect().then(() => console.log('in'), (fault) => console.log(fault.message)).finally(() => client.end());`;
      const asUser = async (number: number): Promise<string> => {
        const { stdout } = await promisify(execFile)(process.execPath, ['--eval', program], {
          uid: number,
          gid: number,
          cwd: '/',
        });
        return stdout.trim();
      };
      expect(await asUser(65_534)).toMatch(/peer authentication failed/i);
      expect(await asUser(0)).toBe('in');
    },
  );

  test.skipIf(process.getuid?.() !== 0)(
    'that an older Waymark ran as nobody gets a user of its own, and keeps its data',
    async () => {
      await copyMadeDatabase();
      await promisify(execFile)('chown', ['-R', '65534:65534', cluster()]);
      const server = await joinServer();
      expect(await ask(server, 'select 1 as answer')).toBe(1);
      expect((await stat(cluster())).uid).not.toBe(65_534);
      expect(said.join()).toContain('belonged to nobody');
    },
  );

  test.each([['postgres'], ['postgres/cluster']])(
    'that was made and is missing (%s) is not made anew',
    async (missing) => {
      await copyMadeDatabase();
      await (await joinServer()).leave();
      await rm(join(folder, missing), { recursive: true });
      await expect(joinServer()).rejects.toThrow(/is missing: .*postgres.* was made here/);
      await rm(join(folder, 'database-was-made-here'));
      expect(await ask(await joinServer(), 'select 1 as answer')).toBe(1);
    },
  );

  test('that cannot start says why, in its own words', async () => {
    await copyMadeDatabase();
    await writeFile(join(cluster(), 'postgresql.auto.conf'), 'shared_buffers = nonsense\n');
    await expect(joinServer()).rejects.toThrow(/does not start.*invalid value for parameter "shared_buffers"/s);
  });

  test('of another major version is refused by name', async () => {
    await copyMadeDatabase();
    await writeFile(join(cluster(), 'PG_VERSION'), '17\n');
    await expect(joinServer()).rejects.toThrow('made by PostgreSQL 17');
    expect(await readFile(join(cluster(), 'PG_VERSION'), 'utf8')).toBe('17\n');
  });
});
