import { readlinkSync } from 'node:fs';
import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The process of the server that runs on these files, or null where there is none. */
export async function findPostmaster(cluster: string): Promise<number | null> {
  const pid = await readPid(join(cluster, 'postmaster.pid'));
  return pid !== null && worksIn(pid, await realpath(cluster)) ? pid : null;
}

/**
 * Removes the lock files of a server that is gone where their process number now belongs to another program, as
 * happens after the machine has been switched off: PostgreSQL would take that program for a server and refuse to start.
 */
export async function removeStaleLocks(cluster: string, socketFolder: string): Promise<void> {
  const folder = await realpath(cluster);
  for (const lock of [join(cluster, 'postmaster.pid'), join(socketFolder, '.s.PGSQL.5432.lock')]) {
    const pid = await readPid(lock);
    if (pid !== null && isAlive(pid) && !worksIn(pid, folder)) await rm(lock, { force: true });
  }
}

async function readPid(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const pid = Math.abs(Number.parseInt(text, 10));
  return pid > 0 ? pid : null;
}

/** A server's working folder is its cluster. Of another user's process the folder cannot be read: it is no server of ours. */
function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
