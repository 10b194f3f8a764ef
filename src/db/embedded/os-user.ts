import { readFileSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/** A user of the operating system, by number. */
export interface OsUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
}

const EXECUTE = 0o1;
const READ = 0o4;

/** The user without rights that every Debian has; PostgreSQL refuses to run as root, and runs as this one then. */
export function nobody(): OsUser {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return { name: 'nobody', uid: Number(line?.[1] ?? 65_534), gid: Number(line?.[2] ?? 65_534) };
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
