import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { BaseCopy, OwnedDatabase, restoreBase } from '../db/index.ts';
import { errorCode } from '../shared/error-code.ts';
import { errorMessage } from '../shared/error-message.ts';
import { BackupFault } from './domain/backup-fault.ts';
import { BASE_FILE, readBase, type BaseFile, type BaseManifest } from './domain/files-manifest.ts';
import { BACK_UP_PURPOSE } from './copied-tables.ts';
import { digestOfHeads } from './heads-digest.ts';
import { prepareTarget, toDisk, UNFINISHED, writeWhole } from './target-folder.ts';

export interface BackUpBaseOptions {
  readonly to: string;
  readonly program: string;
  /** Copies the files of the server: the room of the database knows how. */
  readonly copyBase: (copy: (path: string, from: string) => Promise<void>) => Promise<BaseCopy>;
}

export interface BackedUpBase {
  readonly folder: string;
  readonly base: BaseManifest;
  /** The SHA-256 of the manifest, which names the SHA-256 of everything else. */
  readonly sha256: string;
}

const FILES = 'files';

/**
 * Writes a base: the files of the running server, from which, with its archived log, every later moment can be gone back to.
 * Throws a BackupFault where the folder cannot be used. The manifest is written last: a folder without it is no base.
 */
export async function backUpBase({ to, program, copyBase }: BackUpBaseOptions): Promise<BackedUpBase> {
  const folder = await prepareTarget(to);
  try {
    const files: BaseFile[] = [];
    const copy = await copyBase(async (path, from) => {
      files.push(await writeFileOf(folder, path, from));
    });
    const base: BaseManifest = { format: 1, program, ...copy, files };
    const text = `${JSON.stringify(base, null, 2)}\n`;
    await toDisk(folder);
    await writeWhole(join(folder, BASE_FILE), (part) => writeFile(part, text, { mode: 0o600 }));
    await rm(join(folder, UNFINISHED));
    await toDisk(folder);
    return { folder, base, sha256: createHash('sha256').update(text).digest('hex') };
  } catch (fault) {
    for (const name of [FILES, UNFINISHED, BASE_FILE, `${BASE_FILE}.part`])
      await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
    if (!['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO', 'EROFS'].includes(errorCode(fault) ?? '')) throw fault;
    throw new BackupFault(`The base could not be written: ${errorMessage(fault)}`, { cause: fault });
  }
}

async function writeFileOf(folder: string, path: string, from: string): Promise<BaseFile> {
  const to = stored(folder, path);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  try {
    const out = createWriteStream(to, { flags: 'wx', mode: 0o600 });
    await pipeline(createReadStream(from), createGzip({ level: 1 }), measure, out);
  } catch (fault) {
    await rm(to, { force: true });
    throw fault;
  }
  await toDisk(to);
  return { path, bytes, sha256: hash.digest('hex') };
}

function stored(folder: string, path: string): string {
  return join(folder, FILES, `${path}.gz`);
}

/** The base in a folder; null where there is none in it. */
export async function baseIn(from: string): Promise<BaseManifest | null> {
  const text = await readFile(join(resolve(from), BASE_FILE), 'utf8').catch((fault: unknown) => {
    if (errorCode(fault) === 'ENOENT') return null;
    throw new BackupFault(`${from} cannot be restored: its ${BASE_FILE} cannot be read (${errorMessage(fault)}).`);
  });
  return text === null ? null : readBase(text);
}

export interface RestoreToOptions {
  readonly from: string;
  /** The moment to go back to; the end of the archived log where absent. */
  readonly at?: Date;
  /** Where the log lies now, where it is elsewhere than when the base was made. */
  readonly log?: string;
  /** Makes a server of the files: the room of the database knows how. */
  readonly restoreBase: (restoring: Parameters<typeof restoreBase>[1]) => Promise<string | null>;
  /** Opens what came back, as its owner. */
  readonly open: () => Promise<OwnedDatabase>;
}

export interface RestoredTo {
  /** When the last thing was done that came back; null where nothing was done since the base. */
  readonly lastAt: string | null;
  readonly digest: string;
}

/**
 * Goes back to a moment: a base, and what the archived log has up to then, into a new data folder. Every file is compared with
 * the manifest before anything is made.
 */
export async function restoreTo(base: BaseManifest, options: RestoreToOptions): Promise<RestoredTo> {
  const { from, at, log } = options;
  const folder = resolve(from);
  if (at !== undefined && at.toISOString() < base.completeAt) {
    throw new BackupFault(`The base was complete at ${base.completeAt}. For a moment before that take an older one.`);
  }
  for (const file of base.files) await readBack(folder, file, null);
  const lastAt = await options.restoreBase({
    base: { ...base, ...(log === undefined ? {} : { log: await logOf(log, base) }) },
    at: at ?? null,
    fill: async (into) => {
      for (const file of base.files) {
        await mkdir(dirname(join(into, file.path)), { recursive: true, mode: 0o700 });
        await readBack(folder, file, join(into, file.path));
      }
    },
  });
  return { lastAt, digest: await digestOf(options.open) };
}

/** The archive itself, or the folder of this server in it. */
async function logOf(given: string, { systemIdentifier }: BaseManifest): Promise<string> {
  const folder = resolve(given);
  return folder.endsWith(`/${systemIdentifier}`) ? folder : join(folder, systemIdentifier);
}

/** Compares a file with the manifest, and writes it where it belongs. */
async function readBack(folder: string, { path, bytes, sha256 }: BaseFile, into: string | null): Promise<void> {
  const hash = createHash('sha256');
  let found = 0;
  try {
    const file = createReadStream(stored(folder, path));
    if (into === null) {
      for await (const chunk of file) {
        if (!(chunk instanceof Buffer)) continue;
        hash.update(chunk);
        found += chunk.length;
      }
    } else await pipeline(file, createGunzip(), createWriteStream(into, { flags: 'wx', mode: 0o600 }));
  } catch (cause) {
    const why = errorCode(cause) === 'ENOENT' ? 'is missing' : `cannot be read (${errorMessage(cause)})`;
    throw new BackupFault(`${path} of the base ${why}. Use another base.`, { cause });
  }
  if (into !== null || (found === bytes && hash.digest('hex') === sha256)) return;
  throw new BackupFault(`${path} is damaged: it is not what was written when the base was made. Use another base.`);
}

async function digestOf(open: () => Promise<OwnedDatabase>): Promise<string> {
  const database = await open();
  try {
    return await database.within(async (owner) => {
      await owner.query('begin transaction read only');
      await owner.query("select set_config('waymark.purpose', $1, true)", [BACK_UP_PURPOSE]);
      const { digest } = await digestOfHeads(owner);
      await owner.query('commit');
      return digest;
    });
  } finally {
    await database.close();
  }
}
