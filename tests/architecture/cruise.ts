import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ICruiseResult } from 'dependency-cruiser';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Runs dependency-cruiser, with this project's walls, over src/ of a tree and returns what it found. */
export async function cruise(tree: string): Promise<ICruiseResult> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      `${projectRoot}node_modules/dependency-cruiser/bin/dependency-cruiser.mjs`,
      '--config',
      `${projectRoot}.dependency-cruiser.cjs`,
      '--output-type',
      'json',
      'src',
    ],
    { cwd: tree, maxBuffer: 256 * 1024 * 1024 },
  );
  return JSON.parse(stdout) as ICruiseResult;
}
