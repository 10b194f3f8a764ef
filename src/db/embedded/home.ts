import { execFile } from 'node:child_process';
import { chmod, chown, lstat, mkdir, realpath, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { errorCode } from '../../shared/error-code.ts';
import { errorMessage } from '../../shared/error-message.ts';
import { DatabaseFault } from '../database-fault.ts';
import { newFolderOpenToAll } from './open-to-all.ts';
import { DATABASE_USER, databaseUser, isNobody, mayEnter, ownerOf, type OsUser } from './os-user.ts';
import { findPostmaster } from './postmaster.ts';

/** Where an embedded server lives: `cluster/` (the database's files), `run/` (its socket) and `server.log`. */
export interface Home {
  readonly folder: string;
  readonly cluster: string;
  /** Whom the server runs as where Waymark itself is root; null where it is an ordinary user. */
  readonly runAs: OsUser | null;
}

export interface HomeOptions {
  readonly dataFolder: string;
  /** Whom the server runs as where Waymark is root. */
  readonly databaseUser?: string;
  readonly say: (line: string) => void;
}

/**
 * Finds or makes the server's home, `postgres` in the data folder. Where Waymark runs as root and the data folder
 * cannot be entered by the user that PostgreSQL then runs as, `postgres` is a link to a folder that can be, and `say`
 * is told so.
 */
export async function findHome({ dataFolder, databaseUser: name = DATABASE_USER, say }: HomeOptions): Promise<Home> {
  await makeFolder(dataFolder, isRoot() ? 0o711 : 0o700);
  const link = join(await realpath(dataFolder), 'postgres');
  const ownUser = isRoot() ? await databaseUser(name, say) : null;
  if (!(await exists(link))) await makeHome(link, ownUser, say);
  const folder = await realpath(link).catch(() => {
    throw new DatabaseFault(
      `${link} leads to a folder that is gone, and the database with it. Remove it to begin anew.`,
    );
  });
  return describeHome(folder, ownUser, say);
}

/** Whether a data folder holds an embedded database. */
export function hasEmbeddedDatabase(dataFolder: string): Promise<boolean> {
  return exists(join(dataFolder, 'postgres'));
}

async function describeHome(folder: string, ownUser: OsUser | null, say: (line: string) => void): Promise<Home> {
  const cluster = join(folder, 'cluster');
  const owner = ownerOf((await exists(cluster)) ? cluster : folder);
  if (ownUser !== null) {
    const isOfAPerson = owner.uid !== 0 && !isNobody(owner);
    const runAs = isOfAPerson ? owner : ownUser;
    if (!mayEnter(runAs, folder)) {
      throw new DatabaseFault(
        `PostgreSQL, which runs as ${runAs.name} where Waymark runs as root, cannot reach ${folder}: let every user pass through the folders above it (chmod o+x).`,
      );
    }
    if (isNobody(owner))
      return { folder, cluster, runAs: await takenFromNobody({ folder, cluster, from: owner, to: runAs, say }) };
    return { folder, cluster, runAs };
  }
  if (owner.uid !== process.getuid?.()) {
    const starter = isNobody(owner) || owner.name === DATABASE_USER ? 'root' : owner.name;
    throw new DatabaseFault(
      `The database in ${folder} belongs to ${owner.name}, because ${starter} was the first to start Waymark there. Start it as ${starter} again, or give another WAYMARK_DATA.`,
    );
  }
  return { folder, cluster, runAs: null };
}

interface Taken {
  readonly folder: string;
  readonly cluster: string;
  readonly from: OsUser;
  readonly to: OsUser;
  readonly say: (line: string) => void;
}

/** An older Waymark ran the server as nobody. Its files change their owner, unless a server still works on them. */
async function takenFromNobody({ folder, cluster, from, to, say }: Taken): Promise<OsUser> {
  if ((await findPostmaster(cluster)) !== null) {
    say(
      'The database server still runs as nobody, as an older Waymark started it. It gets a user of its own at the next start.',
    );
    return from;
  }
  await promisify(execFile)('chown', ['-R', '-h', `${to.uid}:${to.gid}`, '--', folder]);
  // The folder itself stays root's, as it is when it is made.
  await chown(folder, 0, 0);
  say(`The files of the database belonged to nobody, whom other programs may run as. They belong to ${to.name} now.`);
  return to;
}

async function makeHome(link: string, ownUser: OsUser | null, say: (line: string) => void): Promise<void> {
  const dataFolder = join(link, '..');
  if (ownUser === null) return makeFolder(link, 0o700);
  if (mayEnter(ownUser, dataFolder)) return makeFolder(link, 0o711);
  const elsewhere = await newFolderOpenToAll('database');
  try {
    await symlink(elsewhere, link);
  } catch (fault) {
    await rm(elsewhere, { recursive: true });
    if (errorCode(fault) !== 'EEXIST') throw fault;
    return;
  }
  say(
    `Started by root, PostgreSQL runs as ${ownUser.name}, who cannot enter ${dataFolder}: the database's files are kept in ${elsewhere}, linked from ${link}.`,
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
