import { chmod, lstat, mkdir, realpath, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import { errorMessage } from '../../shared/error-message.ts';
import { DatabaseFault } from '../database-fault.ts';
import { newFolderOpenToAll } from './open-to-all.ts';
import { mayEnter, nobody, ownerOf, type OsUser } from './os-user.ts';

/** Where an embedded server lives: `cluster/` (the database's files), `run/` (its socket) and `server.log`. */
export interface Home {
  readonly folder: string;
  readonly cluster: string;
  /** Whom the server runs as where Waymark itself is root; null where it is an ordinary user. */
  readonly runAs: OsUser | null;
}

/**
 * Finds or makes the server's home, `postgres` in the data folder. Where Waymark runs as root and the data folder
 * cannot be entered by the user that PostgreSQL then runs as, `postgres` is a link to a folder that can be, and `say`
 * is told so.
 */
export async function findHome(dataFolder: string, say: (line: string) => void): Promise<Home> {
  await makeFolder(dataFolder, isRoot() ? 0o711 : 0o700);
  const link = join(await realpath(dataFolder), 'postgres');
  if (!(await exists(link))) await makeHome(link, say);
  const folder = await realpath(link).catch(() => {
    throw new DatabaseFault(
      `${link} leads to a folder that is gone, and the database with it. Remove it to begin anew.`,
    );
  });
  return describeHome(folder);
}

/** Whether a data folder holds an embedded database. */
export function hasEmbeddedDatabase(dataFolder: string): Promise<boolean> {
  return exists(join(dataFolder, 'postgres'));
}

async function describeHome(folder: string): Promise<Home> {
  const cluster = join(folder, 'cluster');
  const owner = ownerOf((await exists(cluster)) ? cluster : folder);
  if (isRoot()) {
    const runAs = owner.uid === 0 ? nobody() : owner;
    if (mayEnter(runAs, folder)) return { folder, cluster, runAs };
    throw new DatabaseFault(
      `PostgreSQL, which runs as ${runAs.name} where Waymark runs as root, cannot reach ${folder}: let every user pass through the folders above it (chmod o+x).`,
    );
  }
  if (owner.uid !== process.getuid?.()) {
    const starter = owner.name === 'nobody' ? 'root' : owner.name;
    throw new DatabaseFault(
      `The database in ${folder} belongs to ${owner.name}, because ${starter} was the first to start Waymark there. Start it as ${starter} again, or give another WAYMARK_DATA.`,
    );
  }
  return { folder, cluster, runAs: null };
}

async function makeHome(link: string, say: (line: string) => void): Promise<void> {
  const dataFolder = join(link, '..');
  if (!isRoot()) return makeFolder(link, 0o700);
  if (mayEnter(nobody(), dataFolder)) return makeFolder(link, 0o711);
  const elsewhere = await newFolderOpenToAll('database');
  try {
    await symlink(elsewhere, link);
  } catch (fault) {
    await rm(elsewhere, { recursive: true });
    if (errorCode(fault) !== 'EEXIST') throw fault;
    return;
  }
  say(
    `Started by root, PostgreSQL runs as nobody, who cannot enter ${dataFolder}: the database's files are kept in ${elsewhere}, linked from ${link}.`,
  );
}

/** One folder after the other: Node's own `recursive` never returns where a file system (/proc) has no folders to make. */
async function makeFolder(folder: string, mode: number): Promise<void> {
  if (await isFolder(folder)) return;
  if (!(await exists(dirname(folder)))) await makeFolder(dirname(folder), 0o755);
  try {
    await mkdir(folder);
    await chmod(folder, mode);
  } catch (cause) {
    // Another Waymark that starts at the same moment may have made it.
    if (await isFolder(folder)) return;
    throw new DatabaseFault(`The folder ${folder} cannot be made: ${errorMessage(cause)}`, { cause });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
