import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waymark } from './waymark.ts';

/** What a command printed, how it ended, and the one line of the fault it threw, if any. */
export interface Ran {
  readonly printed: string;
  readonly status: number;
  readonly fault: string | null;
}

/** Runs a command in this process, with a screen of 100 columns and no colour. */
export async function run(...words: readonly string[]): Promise<Ran> {
  const printed: string[] = [];
  const terminal = {
    width: 100,
    style: (_: string, text: string) => text,
    write: async (text: string) => void printed.push(text),
  };
  try {
    const status = await waymark(words, terminal);
    return { printed: printed.join(''), status, fault: null };
  } catch (error) {
    return {
      printed: printed.join(''),
      status: 2,
      fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'waymark-cli-'));
let files = 0;

/** Writes a file for a command to read, and answers its path. */
export function fileOf(content: string | Uint8Array, name = 'facts.json'): string {
  files += 1;
  const path = join(folder, `${files}-${name}`);
  writeFileSync(path, content);
  return path;
}
