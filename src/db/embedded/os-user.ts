import { execFile } from 'node:child_process';
import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseFault } from '../database-fault.ts';

/** A user of the operating system, by number. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

const EXECUTE = 0o1;
const READ = 0o4;

/** Whom the server runs as where Waymark itself is root, whom PostgreSQL refuses. */
export const DATABASE_USER = 'waymark-database';

/** A name that no other program has anything to do with: whatever else runs as nobody could reach the database. */
const NOBODY = 'nobody';

/** How a user without a home, a password or a shell is made: by the tools of most systems, and by those of small ones. */
const MAKERS: readonly (readonly [string, readonly string[]])[] = [
  [
    'useradd',
    ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin'],
  ],
  ['adduser', ['-S', '-D', '-H', '-h', '/nonexistent', '-s', '/sbin/nologin']],
];

/** The user of that name, made where there is none. Only root can. Throws a DatabaseFault where nobody can be made. */
export async function databaseUser(name: string, say: (line: string) => void): Promise<OsUser> {
  const found = userNamed(name);
  if (found) return found;
  for (const [maker, options] of MAKERS) {
    // Another Waymark that starts at the same moment may have made it.
    await promisify(execFile)(maker, [...options, name]).catch(() => undefined);
    const made = userNamed(name);
    if (!made) continue;
    say(
      `Started by root, PostgreSQL runs as a user of its own: ${name}, which was made for it, without a password or a shell.`,
    );
    return made;
  }
  throw new DatabaseFault(
    `Started by root, PostgreSQL must run as a user of its own, and ${name} is not there and cannot be made (neither useradd nor adduser did it). Make a user without rights that nothing else runs as, and name it in WAYMARK_DATABASE_USER; or start Waymark as an ordinary user.`,
  );
}

/** Whether the files belong to the user whom every program without rights may run as, as those of an older Waymark did. */
export function isNobody({ name, uid }: OsUser): boolean {
  return name === NOBODY || uid === 65_534;
}

function userNamed(name: string): OsUser | null {
  const line = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, 'm').exec(readFileSync('/etc/passwd', 'utf8'));
  return line ? { name, uid: Number(line[1]), gid: Number(line[2]) } : null;
}

/** The owner of a file or folder. */
export function ownerOf(path: string): OsUser {
  const { uid, gid } = statSync(path);
  const entry = new RegExp(`^([^:]+):[^:]*:${uid}:`, 'm').exec(readFileSync('/etc/passwd', 'utf8'));
  return { name: entry?.[1] ?? String(uid), uid, gid };
}

/** Whether `user` may pass through `folder` and every folder above it. `folder` is a real path (no links). */
export function mayEnter(user: OsUser, folder: string): boolean {
  if (!allows(statSync(folder), user, EXECUTE)) return false;
  const above = dirname(folder);
  return above === folder || mayEnter(user, above);
}

/** Whether `user` may read the file, and run it where it is a program. */
export function mayUse(user: OsUser, file: string): boolean {
  const found = statSync(file);
  const wanted = found.mode & 0o100 ? READ | EXECUTE : READ;
  return mayEnter(user, dirname(file)) && allows(found, user, wanted);
}

function allows(found: Stats, user: OsUser, wanted: number): boolean {
  const shift = found.uid === user.uid ? 6 : found.gid === user.gid ? 3 : 0;
  return ((found.mode >> shift) & wanted) === wanted;
}
