import { execFile } from 'node:child_process';
import { access, chown, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { errorMessage } from '../../shared/error-message.ts';
import { DatabaseFault } from '../database-fault.ts';
import type { Home } from './home.ts';

/** The login that owns the embedded server. Nothing but this folder uses it. */
export const SERVER_LOGIN = 'waymark_server';

export const MAJOR_VERSION = '18';
const ABANDONED_AFTER_MS = 10 * 60_000;

/**
 * Makes the database's files where there are none. They are made beside their place and renamed when complete, so
 * that an interrupted start leaves nothing half-made; of two starts at once, one wins and both use its files.
 */
export async function ensureCluster(home: Home, binaries: string, say: (line: string) => void): Promise<void> {
  await removeAbandoned(home.folder);
  if (await isFile(join(home.cluster, 'PG_VERSION'))) {
    await refuseOtherVersion(home.cluster);
    return admitOwnUserOnly(home, home.cluster);
  }
  say(`Making a new database in ${home.folder}. The first start takes a little longer.`);
  const unfinished = await mkdtemp(join(home.folder, 'unfinished-'));
  await initialise(home, binaries, unfinished);
  await admitOwnUserOnly(home, unfinished);
  try {
    await rename(unfinished, home.cluster);
  } catch (fault) {
    await rm(unfinished, { recursive: true });
    if (!(await isFile(join(home.cluster, 'PG_VERSION')))) throw fault;
  }
}

async function initialise(home: Home, binaries: string, folder: string): Promise<void> {
  const options = [
    ...[
      '--pgdata',
      folder,
      '--username',
      SERVER_LOGIN,
      '--auth-local',
      'peer',
      '--auth-host',
      'reject',
      '--encoding',
      'UTF8',
    ],
    ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C', '--no-instructions'],
    ...['--set', 'timezone=UTC', '--set', 'log_timezone=UTC'],
  ];
  const as = home.runAs ? { uid: home.runAs.uid, gid: home.runAs.gid } : {};
  try {
    if (home.runAs) await chown(folder, home.runAs.uid, home.runAs.gid);
    await promisify(execFile)(join(binaries, 'bin/initdb'), options, { cwd: '/', ...as });
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    const complaint = writtenBy(cause) || errorMessage(cause);
    throw new DatabaseFault(`The database's files could not be made in ${home.folder}: ${complaint}`, { cause });
  }
}

/**
 * Lets in whom the operating system says to be the server's own user or root, under any of the logins of Waymark, and nobody
 * else: a second wall behind the folder of the socket. Read by the server when it starts.
 */
export async function admitOwnUserOnly({ runAs }: Home, cluster: string): Promise<void> {
  const names = new Set(runAs === null ? [userInfo().username] : [runAs.name, 'root']);
  const map = [...names].map((name) => `waymark "${name}" all\n`).join('');
  for (const [file, text] of [
    ['pg_hba.conf', 'local all all peer map=waymark\n'],
    ['pg_ident.conf', map],
  ] as const) {
    const path = join(cluster, file);
    if ((await readFile(path, 'utf8').catch(() => null)) === text) continue;
    const beside = `${path}.${process.pid}`;
    await writeFile(beside, text, { mode: 0o600 });
    if (runAs) await chown(beside, runAs.uid, runAs.gid);
    await rename(beside, path);
  }
}

/** What a program that failed wrote of it. */
function writtenBy(cause: unknown): string {
  return cause instanceof Error && 'stderr' in cause && typeof cause.stderr === 'string' ? cause.stderr.trim() : '';
}

async function refuseOtherVersion(cluster: string): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (version === MAJOR_VERSION) return;
  throw new DatabaseFault(
    `The database in ${cluster} was made by PostgreSQL ${version}; this Waymark brings PostgreSQL ${MAJOR_VERSION} and cannot read it.`,
  );
}

async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith('unfinished-')) continue;
    const path = join(folder, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

async function isFile(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** The number that PostgreSQL gives each database cluster when it is made: the first eight bytes of its control file. */
export async function systemIdentifier(cluster: string): Promise<string> {
  const control = await readFile(join(cluster, 'global/pg_control'));
  return control.readBigUInt64LE(0).toString(16);
}
