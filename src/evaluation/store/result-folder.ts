import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
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
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return refuse({ problem: `can’t be written (${code})`, remedy: 'check the path and its permissions' });
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

/** The evaluations that a results.json tells of: its own, and those before it. */
async function earlierIn(file: string): Promise<EarlierEvaluation[]> {
  try {
    const held = JSON.parse(await readFile(file, 'utf8')) as Partial<
      EarlierEvaluation & { earlier: EarlierEvaluation[] }
    >;
    if (typeof held.planHash !== 'string') return [];
    const own = { planHash: held.planHash, data: held.data ?? [] };
    const before = held.earlier ?? [];
    const isKnown = before.some(({ planHash }) => planHash === own.planHash);
    return isKnown ? before : [...before, own];
  } catch {
    return [];
  }
}
