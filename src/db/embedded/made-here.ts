import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import { DatabaseSettingFault } from '../database-fault.ts';

const MARKER = 'database-was-made-here';
const WORDS = (on: string): string =>
  `A database was made in the folder postgres beside this file (noted on ${on}).\nWhere it is missing, Waymark does not begin with an empty one in silence. To begin anew, remove this file too.\n`;

/**
 * Throws a DatabaseSettingFault where a database was made in the data folder and is there no more: a disk that is not there, or a
 * folder that was moved, must not become an empty database with invented people in it.
 */
export async function refuseWhatWasLost(dataFolder: string): Promise<void> {
  const marker = join(dataFolder, MARKER);
  const noted = await readFile(marker, 'utf8').catch(() => null);
  if (noted === null || (await isThere(join(dataFolder, 'postgres/cluster/PG_VERSION')))) return;
  throw new DatabaseSettingFault(
    `The database of ${dataFolder} is missing: ${join(dataFolder, 'postgres')} (with the folder cluster in it) was made here and is there no more. Put it back, or restore a backup into another folder; to begin anew with an empty one, remove ${marker}.`,
  );
}

/** Notes that the data folder has a database. */
export async function noteThatItWasMade(dataFolder: string): Promise<void> {
  const text = WORDS(new Date().toISOString().slice(0, 10));
  await writeFile(join(dataFolder, MARKER), text, { flag: 'wx' }).catch((fault: unknown) => {
    if (errorCode(fault) !== 'EEXIST') throw fault;
  });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
