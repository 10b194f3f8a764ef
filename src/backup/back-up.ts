import { createHash, type KeyObject } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { OwnedDatabase, OwnerConnection } from '../db/index.ts';
import { errorCode } from '../shared/error-code.ts';
import { errorMessage } from '../shared/error-message.ts';
import { BACK_UP_PURPOSE, copied, copiedTables, type CopiedTable } from './copied-tables.ts';
import { BackupFault } from './domain/backup-fault.ts';
import { MANIFEST_FILE, manifestText, type Manifest, type TableFile } from './domain/manifest.ts';
import { digestOfHeads } from './heads-digest.ts';
import { fingerprint, readPublicKey, seal } from './sealed-stream.ts';
import { emptyTarget, prepareTarget, toDisk, UNFINISHED, writeWhole } from './target-folder.ts';

export interface BackUpOptions {
  readonly to: string;
  /** The file of an X25519 public key, whose owner alone can then read the backup. */
  readonly toPublicKey?: string;
  readonly program: string;
  readonly clock: () => Date;
  /** Told of each table, before it is copied. */
  readonly onTable?: (name: string) => void;
}

export interface BackedUp {
  readonly folder: string;
  readonly manifest: Manifest;
  /** The SHA-256 of the manifest, which names the SHA-256 of everything else. */
  readonly sha256: string;
}

/**
 * Writes a backup of everything in the database, as it stands at one moment, while it may be in use. Throws a BackupFault
 * where the folder, the key or the login cannot be used. The manifest is written last: a folder without it is no backup.
 */
export async function backUp(open: () => Promise<OwnedDatabase>, options: BackUpOptions): Promise<BackedUp> {
  const key = options.toPublicKey === undefined ? null : await readPublicKey(options.toPublicKey);
  const folder = await prepareTarget(options.to);
  try {
    const database = await open();
    try {
      return await database.within((owner) => writeBackup(owner, { ...options, folder, key }));
    } finally {
      await database.close();
    }
  } catch (fault) {
    await emptyTarget(folder);
    throw isOfTheDisk(fault) ? new BackupFault(`The backup could not be written: ${errorMessage(fault)}`) : fault;
  }
}

type Writing = BackUpOptions & { readonly folder: string; readonly key: KeyObject | null };

async function writeBackup(owner: OwnerConnection, writing: Writing): Promise<BackedUp> {
  const { folder, key } = writing;
  await owner.query('begin transaction isolation level repeatable read read only');
  await owner.query(`select set_config('waymark.purpose', $1, true), set_config('statement_timeout', '0', true)`, [
    BACK_UP_PURPOSE,
  ]);
  const madeAt = writing.clock().toISOString();
  const tables: TableFile[] = [];
  for (const table of await copiedTables(owner)) tables.push(await writeTable(owner, table, writing));
  const { chains, digest } = await digestOfHeads(owner);
  const migrations = await owner.appliedMigrations();
  await owner.query('commit');
  const manifest: Manifest = {
    ...{ format: 1, program: writing.program, madeAt, migrations, encryptedTo: key && fingerprint(key) },
    ...{ chains, headsDigest: digest, tables },
  };
  const text = manifestText(manifest);
  await toDisk(folder);
  await writeWhole(join(folder, MANIFEST_FILE), (part) => writeFile(part, text, { mode: 0o600 }));
  await rm(join(folder, UNFINISHED));
  await toDisk(folder);
  return { folder, manifest, sha256: createHash('sha256').update(text).digest('hex') };
}

async function writeTable(
  owner: OwnerConnection,
  table: CopiedTable,
  { folder, key, onTable }: Writing,
): Promise<TableFile> {
  const { schema, name, columns } = table;
  const file = `${schema}.${name}.copy.gz${key === null ? '' : '.sealed'}`;
  onTable?.(`${schema}.${name}`);
  const rows = owner.copyOut(`copy ${copied(table)} to stdout`);
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await writeWhole(join(folder, file), (part) =>
    pipeline(
      rows,
      createGzip(),
      key === null ? new PassThrough() : seal(key, file),
      measure,
      createWriteStream(part, { flags: 'wx', mode: 0o600 }),
    ),
  );
  return { schema, name, columns: [...columns], file, rows: rows.rows, bytes, sha256: hash.digest('hex') };
}

function isOfTheDisk(fault: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS', 'EACCES', 'ENOENT'].includes(errorCode(fault) ?? '');
}
