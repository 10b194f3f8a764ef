import { writeSync } from 'node:fs';

/** Standard output and standard error, by the numbers that they have in every process. */
type Output = 1 | 2;

const lost: Record<Output, number> = { 1: 0, 2: 0 };

/**
 * Writes to the standard output, and goes on where that is not possible: a disk that is full under a log must not end the
 * program. The next line that can be written says how many are missing.
 */
export function writeOut(to: Output, text: string): void {
  const note = lost[to] === 0 ? '' : `(${lost[to]} lines before this could not be written)\n`;
  try {
    writeSync(to, note + text);
    lost[to] = 0;
  } catch {
    lost[to] += 1;
  }
}

/** The same as a logger wants it. */
export const logStream = { write: (line: string): void => writeOut(1, line) };
