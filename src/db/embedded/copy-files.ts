import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { errorCode } from '../../shared/error-code.ts';
import { DatabaseFault } from '../database-fault.ts';
import type { DatabaseOptions } from '../open-database.ts';
import { MAJOR_VERSION, systemIdentifier } from './cluster.ts';
import { joinEmbeddedServer, type EmbeddedOptions } from './embedded-server.ts';
import { findHome, hasEmbeddedDatabase } from './home.ts';
import { archivingInto, ensureArchive } from './log-archive.ts';
import { serverConnection } from './probe.ts';

/** What a copy of a server's files needs besides them to become a server again. */
export interface BaseCopy {
  readonly postgresql: string;
  readonly systemIdentifier: string;
  /** Where the log lies from which the copy is carried on. */
  readonly log: string;
  /** The file `backup_label`, which says where in the log to begin. */
  readonly label: string;
  /** From when on a moment can be gone back to. */
  readonly completeAt: string;
}

/** Folders whose content belongs to the running server alone; the log comes from the archive. */
const EMPTY = new Set([
  ...['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans'],
]);
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|recovery\.signal|backup_label.*|pgsql_tmp.*|pg_internal\.init.*|.*\.\d+\.tmp)$/;
/** It says where the copy's own recovery ends: copied last. */
const CONTROL = 'global/pg_control';
const ARCHIVED_WITHIN_MS = 10 * 60_000;

/**
 * Has each file of the running server copied, as PostgreSQL lets a copy be made while it works. `copy` is told the path
 * within the cluster and where it lies; a file that is gone meanwhile is none that the copy needs.
 */
export async function copyBase(
  options: EmbeddedOptions & Pick<DatabaseOptions, 'databaseUrl'>,
  copy: (path: string, from: string) => Promise<void>,
): Promise<BaseCopy> {
  const { logArchive = null, dataFolder } = options;
  refuseByUrl(options);
  if (logArchive === null) {
    throw new DatabaseFault(
      'A base is of use only with the log that goes on from it. Name a folder in WAYMARK_LOG_ARCHIVE, and start Waymark with it.',
    );
  }
  if (!(await hasEmbeddedDatabase(dataFolder)))
    throw new DatabaseFault(`There is no database in ${dataFolder}. Name the right folder in WAYMARK_DATA.`);
  const server = await joinEmbeddedServer(options);
  const client = new pg.Client(serverConnection(server.socketFolder));
  client.on('error', () => undefined);
  try {
    await client.connect();
    const home = await findHome(options);
    const log = await ensureArchive(home, logArchive);
    await refuseWithoutArchive(client, log);
    await client.query("select pg_backup_start('waymark', true)");
    for await (const path of filesOf(home.cluster)) await copyUnlessGone(copy, path, join(home.cluster, path));
    await copy(CONTROL, join(home.cluster, CONTROL));
    const { label, completeAt } = await stopped(client);
    const identity = { postgresql: MAJOR_VERSION, systemIdentifier: await systemIdentifier(home.cluster) };
    return { ...identity, log, label, completeAt };
  } finally {
    await client.end().catch(() => undefined);
    await server.leave();
  }
}

/** A server that is not ours is copied and restored by its own tools. */
export function refuseByUrl({ databaseUrl }: Pick<DatabaseOptions, 'databaseUrl'>): void {
  if (databaseUrl === null) return;
  throw new DatabaseFault(
    'DATABASE_URL names a database of your own: its base and its log are made and restored by its own tools (pg_basebackup, archive_command).',
  );
}

/** Whoever started the server may not have known of the archive. */
async function refuseWithoutArchive(client: pg.Client, log: string): Promise<void> {
  const { rows } = await client.query<{ mode: string; command: string }>(
    "select current_setting('archive_mode') as mode, current_setting('archive_command') as command",
  );
  if (rows[0]?.mode === 'on' && rows[0].command === archivingInto(log)['archive_command']) return;
  throw new DatabaseFault(
    'The database server was started without WAYMARK_LOG_ARCHIVE, or with another. Stop Waymark, and start it with the one that this command has.',
  );
}

async function stopped(client: pg.Client): Promise<{ readonly label: string; readonly completeAt: string }> {
  await client.query("select set_config('statement_timeout', $1, false)", [String(ARCHIVED_WITHIN_MS)]);
  try {
    // Waits until all of the log that the copy needs is archived.
    const { rows } = await client.query<{ label: string; completeAt: Date }>(
      'select labelfile as label, clock_timestamp() as "completeAt" from pg_backup_stop(true)',
    );
    const [row] = rows;
    if (row === undefined) throw new Error('pg_backup_stop answered nothing');
    return { label: row.label, completeAt: row.completeAt.toISOString() };
  } catch (cause) {
    if (errorCode(cause) !== '57014') throw cause;
    throw new DatabaseFault(
      'The log is not archived: server.log beside the database says why (the disk of the archive may be full).',
      { cause },
    );
  }
}

async function* filesOf(cluster: string, within = ''): AsyncGenerator<string> {
  for await (const entry of await opendir(join(cluster, within))) {
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!EMPTY.has(path) && !LEFT_OUT.test(entry.name)) yield* filesOf(cluster, path);
    } else if (entry.isFile() && path !== CONTROL && !LEFT_OUT.test(entry.name)) yield path;
  }
}

async function copyUnlessGone(
  copy: (path: string, from: string) => Promise<void>,
  path: string,
  from: string,
): Promise<void> {
  try {
    await copy(path, from);
  } catch (fault) {
    if (errorCode(fault) !== 'ENOENT') throw fault;
  }
}
