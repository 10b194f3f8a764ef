import { chown, lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import { DatabaseSettingFault } from '../database-fault.ts';
import { systemIdentifier } from './cluster.ts';
import type { Home } from './home.ts';
import { mayEnter } from './os-user.ts';

/** What is not yet in a full file of the log is archived after this long: no more is lost with the machine. */
const ARCHIVED_WITHIN = '60s';

/**
 * The folder in the archive that a server's log goes to: its name is the number of the cluster, so that no other server's
 * log is ever mixed with it. The archive itself is not made: a disk that is not there must not become a folder on this one.
 */
export async function ensureArchive(home: Home, archive: string): Promise<string> {
  const found = await stat(archive).catch(() => null);
  if (!found?.isDirectory()) {
    throw new DatabaseSettingFault(
      `WAYMARK_LOG_ARCHIVE names ${archive}, which is no folder. Make it, or see whether its disk is there.`,
    );
  }
  const folder = join(await realpath(archive), await systemIdentifier(home.cluster));
  await mkdir(folder, { mode: 0o700 }).catch((cause: unknown) => {
    if (errorCode(cause) !== 'EEXIST')
      throw new DatabaseSettingFault(`Nothing can be written to WAYMARK_LOG_ARCHIVE, ${archive}.`, { cause });
  });
  if (home.runAs !== null) {
    if (!mayEnter(home.runAs, await realpath(archive))) {
      throw new DatabaseSettingFault(
        `PostgreSQL, which runs as ${home.runAs.name}, cannot reach WAYMARK_LOG_ARCHIVE, ${archive}: let every user pass through it and the folders above it (chmod o+x).`,
      );
    }
    if ((await lstat(folder)).uid === 0) await chown(folder, home.runAs.uid, home.runAs.gid);
  }
  return folder;
}

/** Settings of a server that archives each file of its log in the folder, whole or not at all. */
export function archivingInto(folder: string): Readonly<Record<string, string>> {
  const file = `${quoted(folder)}/%f.gz`;
  // A server that was killed may archive a file again: the same one is well, another never replaces it.
  const again = `[ "$(gzip -dc ${file} | cksum)" = "$(cksum < %p)" ]`;
  const first = `gzip -1 -c %p > ${file}.part && sync ${file}.part && mv ${file}.part ${file} && sync ${quoted(folder)}`;
  return {
    archive_mode: 'on',
    archive_timeout: ARCHIVED_WITHIN,
    archive_command: `if [ -f ${file} ]; then ${again}; else ${first}; fi`,
  };
}

/** Settings of a server that reads its log back from the folder, up to the moment or to its end, and then goes on by itself. */
export function recoveringFrom(folder: string, at: Date | null): Readonly<Record<string, string>> {
  const file = `${quoted(folder)}/%f.gz`;
  return {
    archive_mode: 'off',
    // Nobody is let in before it is there.
    hot_standby: 'off',
    restore_command: `[ -f ${file} ] && gzip -dc ${file} > %p`,
    recovery_target_timeline: 'latest',
    recovery_target_action: 'promote',
    // Read before zones of time have their names.
    ...(at === null ? {} : { recovery_target_time: at.toISOString().replace('Z', '+00') }),
  };
}

/** For the shell, and for PostgreSQL, which puts the names of files where there is `%`. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", String.raw`'\''`).replaceAll('%', '%%')}'`;
}
