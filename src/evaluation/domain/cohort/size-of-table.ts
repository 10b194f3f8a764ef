import type { CohortFault } from './cohort-fault.ts';

/**
 * How many cells a file may have that somebody sends: 25 columns of 200,000 people. Assumed. It is what bounds
 * the memory that reading takes: a thread that runs out of it at a bad moment takes the whole program with it, so the
 * cells are counted before any of them is read.
 */
const CELLS_AT_MOST = 5_000_000;

/** What is wrong with the size of a file, looked at letter by letter and nothing kept; null where nothing is. */
export function sizeFault(
  file: CohortFault['file'],
  text: string,
  cellsAtMost: number = CELLS_AT_MOST,
): CohortFault | null {
  let cells = 1;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === COMMA || letter === LINE_END) cells += 1;
    if (cells > cellsAtMost) {
      const problem = `the file has more than ${cellsAtMost.toLocaleString('en-GB')} cells, empty ones and lines counted`;
      const remedy = 'leave out empty lines and columns, or evaluate it with the command line';
      return { file, row: 1, column: '', problem, remedy };
    }
  }
  return null;
}

const COMMA = 0x2c;
const LINE_END = 0x0a;
