import { mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from '../../shared/error-code.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';

export interface FolderRefusal {
  readonly code: 'has-files' | 'cannot-be-written';
  readonly problem: string;
  readonly remedy: string;
}

/**
 * Writes the files of a folder that is not there yet, or is empty: all of them beside it first, then the whole folder
 * under its name, so that nobody ever reads half of it. With `replace`, a folder that has files keeps those of other
 * names; each file here takes its predecessor's place in one step.
 */
export async function writeStudyFolder(
  folder: string,
  files: Readonly<Record<string, string>>,
  { replace }: { readonly replace: boolean },
): Promise<Result<readonly string[], FolderRefusal>> {
  const target = resolve(folder);
  try {
    const present = await namesIn(target);
    if (present !== null && present.length > 0 && !replace) {
      const problem = `${folder} is there already and is not empty`;
      return refuse({
        code: 'has-files',
        problem,
        remedy: 'name another folder, or give --replace to replace the files',
      });
    }
    await mkdir(dirname(target), { recursive: true });
    const beside = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    try {
      for (const [name, text] of Object.entries(files)) await writeFile(join(beside, name), text);
      await putInPlace({ beside, target, present, names: Object.keys(files) });
    } finally {
      await rm(beside, { recursive: true, force: true });
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return refuse({ code: 'cannot-be-written', problem: error.message, remedy: 'name a folder that you may write to' });
  }
  return ok(Object.keys(files).map((name) => join(folder, name)));
}

interface Placing {
  readonly beside: string;
  readonly target: string;
  readonly present: readonly string[] | null;
  readonly names: readonly string[];
}

async function putInPlace({ beside, target, present, names }: Placing): Promise<void> {
  if (present !== null && present.length > 0) {
    for (const name of names) await rename(join(beside, name), join(target, name));
    return;
  }
  if (present !== null) await rmdir(target);
  await rename(beside, target);
}

/** The names in a folder; null where there is none. */
async function namesIn(folder: string): Promise<readonly string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
