/** The two halves of a row's print, each a whole number of 32 bits. */
export interface Print {
  readonly high: number;
  readonly low: number;
}

/**
 * Remembers the prints of the rows read last, in memory that does not grow with the file: at least the last 524,288
 * different rows, at most twice that, in 16 MB. In the real files a row and its copy lie next to each other or a few
 * rows apart, as they are in order of time; a copy further back than the window would be counted as a row of its own.
 *
 * Two generations of a hash table: when the younger is full it becomes the older, and the older is forgotten.
 */
export interface DuplicateWindow {
  /** True where a row with this print was seen within the window; remembers it where not. */
  hasSeen(print: Print): boolean;
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
  has(print: Print): boolean;
  /** False where it was there already. */
  add(print: Print): boolean;
  size(): number;
  clear(): void;
}

/** Room for the 65,536 rows that nearly every file has fewer of: growing costs as much as many rows. It takes a megabyte. */
const SLOTS_AT_FIRST = 2 ** 17;

/** A hash table of prints with open addressing, which grows until it has twice the slots of the rows it will hold. */
function generation(mostSlots: number): Generation {
  let slots = Math.min(mostSlots, SLOTS_AT_FIRST);
  /** The two halves of each slot side by side. A slot whose halves are both 0 is empty. */
  let prints = new Int32Array(2 * slots);
  let held = 0;

  /** Where the print is, or the empty slot where it belongs. */
  function placeOf(high: number, low: number): number {
    let place = 2 * (low & (slots - 1));
    for (;;) {
      const thatHigh = prints[place];
      const thatLow = prints[place + 1];
      if ((thatHigh === high && thatLow === low) || (thatHigh === 0 && thatLow === 0)) return place;
      place = (place + 2) & (2 * slots - 1);
    }
  }

  function isHeld(place: number): boolean {
    return prints[place] !== 0 || prints[place + 1] !== 0;
  }

  function grow(): void {
    const smaller = prints;
    slots *= 2;
    prints = new Int32Array(2 * slots);
    for (let at = 0; at < smaller.length; at += 2) {
      const high = smaller[at] ?? 0;
      const low = smaller[at + 1] ?? 0;
      if (high === 0 && low === 0) continue;
      const place = placeOf(high, low);
      prints[place] = high;
      prints[place + 1] = low;
    }
  }

  return {
    has: ({ high, low }) => isHeld(placeOf(high, low)),
    add({ high, low }) {
      const place = placeOf(high, low);
      if (isHeld(place)) return false;
      prints[place] = high;
      prints[place + 1] = low;
      held += 1;
      if (held * 2 >= slots && slots < mostSlots) grow();
      return true;
    },
    size: () => held,
    clear() {
      prints.fill(0);
      held = 0;
    },
  };
}
