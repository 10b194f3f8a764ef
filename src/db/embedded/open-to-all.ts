import { chmod, mkdir, mkdtemp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseFault } from '../database-fault.ts';

/** Where files go that must be reachable by another user than root, the first that can be made. */
const CANDIDATES = ['/var/lib/waymark', '/var/tmp/waymark'];
const WRITABLE_BY_OTHERS = 0o022;

/** A folder of root's that every user may pass through and only root may change. For a Waymark that runs as root. */
export async function folderOpenToAll(): Promise<string> {
  for (const folder of CANDIDATES) {
    try {
      await mkdir(folder, { recursive: true });
      const found = await stat(folder);
      if (found.uid !== 0 || found.mode & WRITABLE_BY_OTHERS) continue;
      await chmod(folder, 0o755);
      return folder;
    } catch {
      continue;
    }
  }
  throw new DatabaseFault(
    `None of ${CANDIDATES.join(', ')} can be made for the database's files. Start Waymark as an ordinary user, or give a WAYMARK_DATA that every user may enter.`,
  );
}

/** A new folder within it, of a name that nothing else has. */
export async function newFolderOpenToAll(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(await folderOpenToAll(), `${prefix}-`));
  await chmod(folder, 0o711);
  return folder;
}
