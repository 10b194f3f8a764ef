import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the real data.police.uk files are, beside the project; they are not part of it. */
export const REAL_FILES: string = fileURLToPath(
  new URL('../../../shared/data/police-uk-stop-and-search/', import.meta.url),
);

/** The largest real stop-and-search file, or null where there are none here. */
export async function largestFile(): Promise<string | null> {
  if (!existsSync(REAL_FILES)) return null;
  const names = (await readdir(REAL_FILES)).filter((name) => /\.csv(\.gz)?$/.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ path: join(REAL_FILES, name), size: (await stat(join(REAL_FILES, name))).size })),
  );
  return files.sort((a, b) => b.size - a.size)[0]?.path ?? null;
}
