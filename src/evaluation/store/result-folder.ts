import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../../shared/error-code.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { EarlierEvaluation } from '../report/evaluation.ts';

/** What an evaluation writes; a folder with anything else in it is somebody else's. */
const OURS = ['plan.yaml', 'plan.sha256', 'report.html', 'report.pdf', 'results.json'];

/** A folder of results in the making: beside the one asked for, and put in its place only when it is whole. */
export interface ResultFolder {
  /** Evaluations that the folder asked for holds, or held. */
  readonly earlier: readonly EarlierEvaluation[];
  readonly write: (name: string, content: string | Uint8Array) => Promise<void>;
  /** Puts the new results in place of the old, all at once. */
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind; the old results stay. */
  readonly discard: () => Promise<void>;
}

/** Opens a folder for results, or says why it can't be used. */
export async function openResultFolder(
  path: string,
): Promise<Result<ResultFolder, { readonly problem: string; readonly remedy: string }>> {
  const folder = resolve(path);
  const info = await stat(folder).catch(() => null);
  if (info !== null && !info.isDirectory()) {
    return refuse({ problem: 'is a file', remedy: 'name a folder for the results' });
  }
  const held = info === null ? [] : await readdir(folder);
  const foreign = held.filter((name) => !OURS.includes(name));
  if (foreign.length > 0) {
    const problem = `holds ${foreign.length === 1 ? '' : `${foreign.length} things, as `}${foreign[0] ?? ''}, which no evaluation wrote`;
    return refuse({ problem, remedy: 'name an empty or a new folder' });
  }
  const earlier = held.includes('results.json') ? await earlierIn(join(folder, 'results.json')) : [];
  const making = join(dirname(folder), `.${basename(folder)}-${process.pid}`);
  try {
    await mkdir(dirname(folder), { recursive: true });
    await rm(making, { recursive: true, force: true });
    await mkdir(making);
  } catch (error) {
    return refuse({
      problem: `can’t be written (${errorCode(error) ?? ''})`,
      remedy: 'check the path and its permissions',
    });
  }
  return ok({
    earlier,
    write: (name, content) => writeFile(join(making, name), content),
    discard: () => rm(making, { recursive: true, force: true }),
    finish: async () => {
      const old = `${making}-old`;
      if (info !== null) await rename(folder, old);
      await rename(making, folder);
      await rm(old, { recursive: true, force: true });
    },
  });
}

/** What is read of a results.json of any version: an evaluation counts as made before whatever else is missing there. */
const earlierEvaluation = z.object({
  planHash: z.string(),
  data: z.array(z.object({ name: z.string(), sha256: z.string() })).catch([]),
});
const heldResults = earlierEvaluation.extend({ earlier: z.array(earlierEvaluation).catch([]) });

/** The evaluations that a results.json tells of: its own, and those before it. None where it is not such a file. */
async function earlierIn(file: string): Promise<readonly EarlierEvaluation[]> {
  const read = heldResults.safeParse(await jsonIn(file));
  if (!read.success) return [];
  const { planHash, data, earlier } = read.data;
  const isKnown = earlier.some((before) => before.planHash === planHash);
  return isKnown ? earlier : [...earlier, { planHash, data }];
}

async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
