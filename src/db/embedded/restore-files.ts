import { execFile } from 'node:child_process';
import { access, chown, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { errorMessage } from '../../shared/error-message.ts';
import { DatabaseFault } from '../database-fault.ts';
import type { DatabaseOptions } from '../open-database.ts';
import { refuseByUrl, type BaseCopy } from './copy-files.ts';
import { findBinaries } from './binaries.ts';
import { admitOwnUserOnly, MAJOR_VERSION } from './cluster.ts';
import type { EmbeddedOptions } from './embedded-server.ts';
import { findHome, hasEmbeddedDatabase, type Home } from './home.ts';
import { recoveringFrom } from './log-archive.ts';
import { noteThatItWasMade } from './made-here.ts';
import { mayEnter } from './os-user.ts';
import { findPostmaster } from './postmaster.ts';
import { serverConnection } from './probe.ts';
import { ensureSocketFolder } from './socket-folder.ts';
import { startServer } from './start-server.ts';

export interface RestoreBase {
  readonly base: BaseCopy;
  /** The moment to go back to; null for all that the log has. */
  readonly at: Date | null;
  /** Puts the files of the copy into a folder. */
  readonly fill: (folder: string) => Promise<void>;
}

/** Folders that a server must find, and that a copy of its files leaves out where they are empty. */
const FOLDERS = [
  ...['pg_wal/archive_status', 'pg_wal/summaries', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial'],
  ...['pg_snapshots', 'pg_stat', 'pg_stat_tmp', 'pg_subtrans', 'pg_tblspc', 'pg_twophase', 'pg_commit_ts'],
  ...['pg_logical/snapshots', 'pg_logical/mappings', 'pg_multixact/members', 'pg_multixact/offsets', 'pg_xact'],
];
const STOP_WITHIN_MS = 60_000;

/**
 * Makes the server of a data folder from a copy of another's files and from its log, as that stood at a moment: all of it, or
 * nothing is left there. Answers when the last thing was done that came back; null where nothing was.
 */
export async function restoreBase(
  options: EmbeddedOptions & Pick<DatabaseOptions, 'databaseUrl'>,
  restoring: RestoreBase,
): Promise<string | null> {
  const { base, at } = restoring;
  refuseByUrl(options);
  if (await hasEmbeddedDatabase(options.dataFolder))
    throw new DatabaseFault(`${options.dataFolder} has a database already. Name a new folder in WAYMARK_DATA.`);
  if (base.postgresql !== MAJOR_VERSION) {
    throw new DatabaseFault(
      `The base was made by PostgreSQL ${base.postgresql}; this Waymark brings PostgreSQL ${MAJOR_VERSION} and cannot read it.`,
    );
  }
  const home = await findHome(options);
  try {
    const binaries = await findBinaries(home.runAs, options.say);
    await refuseUnreadableLog(home, base.log);
    await makeCluster(home, restoring);
    const socketFolder = await ensureSocketFolder(home);
    const settings = { ...options.settings, ...recoveringFrom(base.log, at) };
    await startServer({ home, binaries, socketFolder, settings, say: options.say });
    const last = await endSessions(socketFolder);
    await stop(home.cluster);
    await noteThatItWasMade(options.dataFolder);
    return last;
  } catch (fault) {
    await stop(home.cluster).catch(() => undefined);
    await rm(home.folder, { recursive: true, force: true });
    await rm(join(options.dataFolder, 'postgres'), { force: true });
    throw inPlainWords(fault, at);
  }
}

async function refuseUnreadableLog({ runAs }: Home, log: string): Promise<void> {
  const isThere = await access(log).then(
    () => true,
    () => false,
  );
  if (!isThere) throw new DatabaseFault(`There is no archived log in ${log}. Name where it lies: --log DIR.`);
  if (runAs === null || mayEnter(runAs, log)) return;
  throw new DatabaseFault(
    `PostgreSQL, which runs as ${runAs.name}, cannot read the log in ${log}: chown -R ${runAs.name} ${log}, and let every user pass through the folders above it.`,
  );
}

async function makeCluster(home: Home, { base, fill }: RestoreBase): Promise<void> {
  const unfinished = await mkdtemp(join(home.folder, 'unfinished-'));
  await fill(unfinished);
  for (const folder of FOLDERS) await mkdir(join(unfinished, folder), { recursive: true, mode: 0o700 });
  await writeFile(join(unfinished, 'backup_label'), base.label, { mode: 0o600 });
  await writeFile(join(unfinished, 'recovery.signal'), '', { mode: 0o600 });
  await admitOwnUserOnly(home, unfinished);
  if (home.runAs) {
    await promisify(execFile)('chown', ['-R', '-h', `${home.runAs.uid}:${home.runAs.gid}`, '--', unfinished]);
    await chown(unfinished, home.runAs.uid, home.runAs.gid);
  }
  await rename(unfinished, home.cluster);
}

/** A session that was ended since must not live again. */
async function endSessions(socketFolder: string): Promise<string | null> {
  const client = new pg.Client({ ...serverConnection(socketFolder), database: 'waymark' });
  await client.connect();
  try {
    await client.query('delete from sessions');
    const { rows } = await client.query<{ at: Date | null }>('select pg_last_xact_replay_timestamp() as at');
    return rows[0]?.at?.toISOString() ?? null;
  } finally {
    await client.end();
  }
}

async function stop(cluster: string): Promise<void> {
  const postmaster = await findPostmaster(cluster);
  if (postmaster === null) return;
  process.kill(postmaster, 'SIGINT');
  const deadline = performance.now() + STOP_WITHIN_MS;
  while ((await findPostmaster(cluster)) !== null && performance.now() < deadline) await pause(20);
}

function inPlainWords(fault: unknown, at: Date | null): unknown {
  if (!/recovery ended before configured recovery target was reached/.test(errorMessage(fault))) return fault;
  return new DatabaseFault(
    `The archived log ends before ${at?.toISOString()}: nothing was done after that, or what was done is not archived. Leave --at out to go back to its end.`,
    { cause: fault },
  );
}
