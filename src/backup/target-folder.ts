import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errorCode } from '../shared/error-code.ts';
import { errorMessage } from '../shared/error-message.ts';
import { BackupFault } from './domain/backup-fault.ts';

/**
 * The folder that a backup is written to: a new one, or one that is there and empty. Throws a BackupFault for anything else.
 * A folder above it that is missing is not made: a disk for backups that is not there must not become a folder on this one.
 */
export async function prepareTarget(path: string): Promise<string> {
  const folder = resolve(path);
  const found = await lstat(folder).catch((fault: unknown) => {
    if (errorCode(fault) === 'ENOENT') return null;
    throw new BackupFault(`${folder} cannot be used: ${errorMessage(fault)}`);
  });
  if (found?.isSymbolicLink()) {
    throw new BackupFault(
      `${folder} is only a link to a folder. Name the folder itself, so that it is plain where the backup lies.`,
    );
  }
  if (found && !found.isDirectory())
    throw new BackupFault(`${folder} is not a folder. Name a new folder, or an empty one.`);
  try {
    if (found === null) await mkdir(folder, { mode: 0o700 });
    if ((await readdir(folder)).length > 0) {
      throw new BackupFault(
        `${folder} is not empty. Name a new folder, or an empty one: a backup never replaces another.`,
      );
    }
    const probe = join(folder, 'can-be-written.part');
    await (await open(probe, 'wx', 0o600)).close();
    await rename(probe, join(folder, UNFINISHED));
  } catch (fault) {
    if (fault instanceof BackupFault) throw fault;
    throw new BackupFault(`${folder} cannot be written: ${errorMessage(fault)}`, { cause: fault });
  }
  return folder;
}

/** Stands in the folder until its manifest does: of two backups at once to one folder, one finds it not empty. */
export const UNFINISHED = 'unfinished';
const OURS = /\.copy\.gz(\.sealed)?(\.part)?$|^manifest\.json(\.part)?$/;

/** Takes away what an unfinished backup has left in its folder, as far as that can be done. */
export async function emptyTarget(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (name === UNFINISHED || OURS.test(name)) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** Writes the file under another name first, to the disk, and then gives it its own: it is whole or it is not there. */
export async function writeWhole(path: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${path}.part`;
  await write(part);
  await toDisk(part);
  await rename(part, path);
}

/** A folder's entries are on the disk only when the folder is told so itself. */
export async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
