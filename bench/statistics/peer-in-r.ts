import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { People } from './people.ts';

const SCRIPT = fileURLToPath(new URL('in-r.R', import.meta.url));

export interface InR {
  readonly seconds: number;
  readonly found: readonly number[];
}

export interface RanInR {
  readonly methods: ReadonlyMap<string, InR>;
  readonly versions: string;
}

/** Runs methods in R on these people; null where this machine has no R. Throws where R has one of its packages missing. */
export async function runInR(people: People, methods: readonly string[]): Promise<RanInR | null> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  try {
    const file = join(folder, 'people.bin');
    const { covariates, treated, time, event } = people;
    const columns = [...covariates.map(({ values }) => values), treated, time, event];
    await writeFile(file, Buffer.concat(columns.map(({ buffer }) => Buffer.from(buffer))));
    const args = ['--vanilla', SCRIPT, file, String(people.n), ...methods];
    const { stdout } = await promisify(execFile)('Rscript', args, { maxBuffer: 1e7 });
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t') as [string, string, string]);
    const versions = lines.find(([name]) => name === 'versions')?.[2].replaceAll(',', ', ') ?? '';
    const ran = lines.filter(([name]) => name !== 'versions');
    return {
      methods: new Map(
        ran.map(([name, seconds, said]) => [name, { seconds: Number(seconds), found: said.split(',').map(Number) }]),
      ),
      versions,
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
