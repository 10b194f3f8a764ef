import { chown, lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import { DatabaseFault } from '../database-fault.ts';
import { systemIdentifier } from './cluster.ts';
import type { Home } from './home.ts';

/** A unix socket's path has room for 107 bytes; PostgreSQL adds `/.s.PGSQL.5432` to the folder. */
const LONGEST_FOLDER_BYTES = 107 - '/.s.PGSQL.5432'.length;

/**
 * The folder of the server's socket, which only the server's own user (and root) may enter: that is what keeps others
 * out, as the socket asks for no password. `run` in the server's home, or a folder in /tmp where that path is too
 * long; its name comes from the cluster's own number, so that no other server is ever found there.
 */
export async function ensureSocketFolder(home: Home): Promise<string> {
  const beside = join(home.folder, 'run');
  const fits = Buffer.byteLength(beside) <= LONGEST_FOLDER_BYTES;
  const folder = fits ? beside : `/tmp/waymark-${await systemIdentifier(home.cluster)}`;
  const uid = home.runAs?.uid ?? process.getuid?.() ?? 0;
  await mkdir(folder, { mode: 0o700 }).catch((fault: unknown) => {
    if (errorCode(fault) !== 'EEXIST') throw fault;
  });
  if (home.runAs && (await lstat(folder)).uid === 0) await chown(folder, home.runAs.uid, home.runAs.gid);
  await refuseForeign(folder, uid);
  return folder;
}

async function refuseForeign(folder: string, uid: number): Promise<void> {
  const found = await lstat(folder);
  const isOurs = found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0;
  if (!isOurs) {
    throw new DatabaseFault(
      `${folder} should be a folder of the database server's user (${uid}) that nobody else may enter, and is not. Remove it and start again.`,
    );
  }
}
