import { createHash, type KeyObject } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { knownMigrations, type OwnedDatabase, type OwnerConnection } from '../db/index.ts';
import { errorCode } from '../shared/error-code.ts';
import { errorMessage } from '../shared/error-message.ts';
import { copied, copiedTables, inSql, type CopiedTable } from './copied-tables.ts';
import { BackupFault } from './domain/backup-fault.ts';
import { MANIFEST_FILE, readManifest, type Manifest, type TableFile } from './domain/manifest.ts';
import { digestOfHeads } from './heads-digest.ts';
import { fingerprint, readPrivateKey, unseal } from './sealed-stream.ts';

export interface RestoreOptions {
  readonly from: string;
  /** The file of the private key that belongs to the public one that the backup was encrypted to. */
  readonly privateKey?: string;
  readonly onTable?: (name: string) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  readonly rows: number;
}

/** What migrations put in by themselves. Rows anywhere else are somebody's. */
const FILLED_BY_MIGRATIONS: ReadonlySet<string> = new Set([
  ...['public.roles', 'public.role_rights', 'public.event_rights', 'public.row_entries', 'public.chain_heads'],
  ...['jobs.version', 'jobs.queue'],
]);

/**
 * Puts a backup into a new, empty database, all of it or nothing. Every file is compared with the manifest before the
 * database is touched. Throws a BackupFault where the backup is not whole, was made by a newer Waymark, or the database is
 * not empty.
 */
export async function restore(open: () => Promise<OwnedDatabase>, options: RestoreOptions): Promise<Restored> {
  const folder = resolve(options.from);
  const manifest = await manifestIn(folder);
  await refuseNewer(manifest);
  const key = await keyFor(manifest, options.privateKey);
  for (const table of manifest.tables) await compare(folder, table);
  const database = await open();
  try {
    const last = manifest.migrations.at(-1)?.name;
    await database.migrate(last);
    await database.within((owner) =>
      fill(owner, { folder, manifest, key, onTable: options.onTable ?? (() => undefined) }),
    );
    await database.migrate();
  } finally {
    await database.close();
  }
  return { manifest, rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0) };
}

async function manifestIn(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch((cause: unknown) => {
    const why =
      errorCode(cause) === 'ENOENT'
        ? `there is no ${MANIFEST_FILE} in it: no backup was finished there`
        : `its ${MANIFEST_FILE} cannot be read (${errorMessage(cause)})`;
    throw new BackupFault(`${folder} cannot be restored: ${why}.`, { cause });
  });
  return readManifest(text);
}

async function refuseNewer({ migrations, program }: Manifest): Promise<void> {
  const known = new Map((await knownMigrations()).map(({ name, checksum }) => [name, checksum]));
  const newer = migrations.find(({ name }) => !known.has(name));
  if (newer) {
    throw new BackupFault(
      `The backup was made by Waymark ${program}, which has ${newer.name}; this one does not, so it is older or another. Restore it with that version.`,
    );
  }
  const other = migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (other) {
    throw new BackupFault(
      `The backup was made with another ${other.name} than this Waymark has. Restore it with the one that made it.`,
    );
  }
}

async function keyFor({ encryptedTo }: Manifest, path: string | undefined): Promise<KeyObject | null> {
  if (encryptedTo === null) {
    if (path === undefined) return null;
    throw new BackupFault('The backup is not encrypted. Leave the private key out.');
  }
  if (path === undefined) {
    throw new BackupFault('The backup is encrypted. Give the private key that belongs to it: --private-key FILE.');
  }
  const key = await readPrivateKey(path);
  if (fingerprint(key) !== encryptedTo) {
    throw new BackupFault(
      `The backup was encrypted to another key than ${path} (its public key has SHA-256 ${encryptedTo}).`,
    );
  }
  return key;
}

async function compare(folder: string, { file, bytes, sha256 }: TableFile): Promise<void> {
  const hash = createHash('sha256');
  let found = 0;
  try {
    for await (const chunk of createReadStream(join(folder, file))) {
      if (!(chunk instanceof Buffer)) continue;
      hash.update(chunk);
      found += chunk.length;
    }
  } catch (cause) {
    const why = errorCode(cause) === 'ENOENT' ? 'is missing' : `cannot be read (${errorMessage(cause)})`;
    throw new BackupFault(`${file} of the backup ${why}. Use another backup.`, { cause });
  }
  if (found === bytes && hash.digest('hex') === sha256) return;
  throw new BackupFault(`${file} is damaged: it is not what was written when the backup was made. Use another backup.`);
}

interface Filling {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly key: KeyObject | null;
  readonly onTable: (name: string) => void;
}

async function fill(owner: OwnerConnection, filling: Filling): Promise<void> {
  const { manifest } = filling;
  await owner.query('begin');
  try {
    await owner.query("select set_config('statement_timeout', '0', true)");
    await refuseOtherMigrations(owner, manifest);
    const tables = await copiedTables(owner);
    refuseOtherTables(tables, manifest);
    // What was recorded is put back as it was, and not recorded again. These hold everybody else off until the end.
    for (const table of tables) {
      await owner.query(`alter table ${inSql(table)} disable trigger user`);
      if (table.isForced) await owner.query(`alter table ${inSql(table)} no force row level security`);
    }
    await refuseRows(owner, tables);
    for (const table of tables.toReversed()) await owner.query(`delete from ${inSql(table)}`);
    for (const { schema, name } of tables) {
      const stored = manifest.tables.find((each) => each.schema === schema && each.name === name);
      if (stored) await fillTable(owner, stored, filling);
    }
    const { digest } = await digestOfHeads(owner);
    if (digest !== manifest.headsDigest) {
      throw new BackupFault(`The chains that came back end otherwise than ${MANIFEST_FILE} says. Use another backup.`);
    }
    // No table is changed while a check of its rows is still to come.
    await owner.query('set constraints all immediate');
    for (const table of tables) {
      if (table.isForced) await owner.query(`alter table ${inSql(table)} force row level security`);
      await owner.query(`alter table ${inSql(table)} enable trigger user`);
    }
    await owner.query('commit');
  } catch (fault) {
    await owner.query('rollback').catch(() => undefined);
    throw fault;
  }
}

async function refuseOtherMigrations(owner: OwnerConnection, manifest: Manifest): Promise<void> {
  const applied = await owner.appliedMigrations();
  if (applied.at(-1)?.name === manifest.migrations.at(-1)?.name) return;
  throw new BackupFault(
    'The database is newer than the backup. Restore it into a database that is not made yet: one that is empty, without tables.',
  );
}

function refuseOtherTables(tables: readonly CopiedTable[], manifest: Manifest): void {
  const named = (list: readonly { schema: string; name: string; columns: readonly string[] }[]): string =>
    list
      .map(({ schema, name, columns }) => `${schema}.${name}(${columns.toSorted().join()})`)
      .toSorted()
      .join('\n');
  if (named(tables) === named(manifest.tables)) return;
  throw new BackupFault(`${MANIFEST_FILE} names other tables than the database has. Use another backup.`);
}

async function refuseRows(owner: OwnerConnection, tables: readonly CopiedTable[]): Promise<void> {
  for (const table of tables) {
    if (FILLED_BY_MIGRATIONS.has(`${table.schema}.${table.name}`)) continue;
    const { rowCount } = await owner.query(`select from ${inSql(table)} limit 1`);
    if (!rowCount) continue;
    throw new BackupFault(
      `The database is not empty: ${table.schema}.${table.name} has rows. Restore into a new one (another WAYMARK_DATA or DATABASE_URL).`,
    );
  }
}

async function fillTable(owner: OwnerConnection, stored: TableFile, { folder, key, onTable }: Filling): Promise<void> {
  onTable(`${stored.schema}.${stored.name}`);
  const rows = owner.copyIn(`copy ${copied(stored)} from stdin`);
  try {
    await pipeline(
      createReadStream(join(folder, stored.file)),
      key === null ? new PassThrough() : unseal(key, stored.file),
      createGunzip(),
      rows,
    );
  } catch (cause) {
    if (cause instanceof BackupFault) throw cause;
    throw new BackupFault(`${stored.file} cannot be read back: ${errorMessage(cause)}. Use another backup.`, { cause });
  }
  if (rows.rows === stored.rows) return;
  throw new BackupFault(
    `${stored.file} holds ${rows.rows} rows, and ${MANIFEST_FILE} says ${stored.rows}. Use another backup.`,
  );
}
