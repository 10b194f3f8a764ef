import type { RowPrint } from './row-print.ts';

/**
 * Remembers the prints of the rows read last, in memory that does not grow with the file: at least the last 524,288
 * different rows, at most twice that, in 16 MB. In the real files a row and its copy lie next to each other or a few
 * rows apart, as they are in order of time; a copy further back than the window would be counted as a row of its own.
 *
 * Two generations of a hash table: when the younger is full it becomes the older, and the older is forgotten.
 */
export interface DuplicateWindow {
  /** True where a row with this print was seen within the window; remembers it where not. */
  hasSeen(print: RowPrint): boolean;
}

const ROWS_IN_A_GENERATION = 2 ** 19;

/** An empty window. `rows` is the size of a generation, a power of two; smaller in tests. */
export function duplicateWindow(rows: number = ROWS_IN_A_GENERATION): DuplicateWindow {
  let younger = generation(rows * 2);
  // Most files never fill the first.
  let older: Generation | null = null;
  return {
    hasSeen(print) {
      if (older?.has(print) || !younger.add(print)) return true;
      if (younger.size() >= rows) {
        const full = younger;
        younger = older ?? generation(rows * 2);
        younger.clear();
        older = full;
      }
      return false;
    },
  };
}

interface Generation {
  has(print: RowPrint): boolean;
  /** False where it was there already. */
  add(print: RowPrint): boolean;
  size(): number;
  clear(): void;
}

/** A hash table of prints with open addressing; `slots` is a power of two and at least twice the rows it will hold. */
function generation(slots: number): Generation {
  const highs = new Uint32Array(slots);
  const lows = new Uint32Array(slots);
  let held = 0;

  /** The slot that holds the print, or the empty one where it belongs. A slot whose halves are both 0 is empty. */
  function slotOf(print: RowPrint): number {
    let slot = print.low & (slots - 1);
    while (highs[slot] !== 0 || lows[slot] !== 0) {
      if (highs[slot] === print.high && lows[slot] === print.low) return slot;
      slot = (slot + 1) & (slots - 1);
    }
    return slot;
  }

  return {
    has: (print) => isHeld(slotOf(print)),
    add(print) {
      const slot = slotOf(print);
      if (isHeld(slot)) return false;
      highs[slot] = print.high;
      lows[slot] = print.low;
      held += 1;
      return true;
    },
    size: () => held,
    clear() {
      highs.fill(0);
      lows.fill(0);
      held = 0;
    },
  };

  function isHeld(slot: number): boolean {
    return highs[slot] !== 0 || lows[slot] !== 0;
  }
}
