/**
 * How serious a finding of an import is. `reject`: the row is not used. `warn`: the row is used, and something about it
 * is not as the format says. `note`: the row is used, and the reader should know what was made of it.
 */
export type FindingLevel = 'reject' | 'warn' | 'note';

export interface FindingMeaning {
  readonly level: FindingLevel;
  /** What it means and what was done, as a clause that starts small and has no full stop. */
  readonly says: string;
}

/** One kind of thing found while reading, with how often and where first. */
export interface ImportFinding {
  readonly level: FindingLevel;
  readonly code: string;
  /** The column's name in the file; null where it is about the row or the file as a whole. */
  readonly column: string | null;
  /** The first row it was found in, counted from 1 without the header; null where it is about the file. */
  readonly row: number | null;
  readonly count: number;
  /** The text that was found in that row, where it helps to see it. */
  readonly example?: string;
  readonly says: string;
}

/** Counts one finding; made once and called for every row it is met in. */
export interface FindingCounter {
  add(row: number | null, example?: string): void;
  /** Counts it so many times at once, first in this row. */
  addAll(finding: {
    readonly count: number;
    readonly first: number | null;
    readonly example?: string | undefined;
  }): void;
  readonly count: number;
  /** The first row it was met in, and what was found there. */
  readonly row: number | null;
  readonly example: string | undefined;
}

export interface FindingLedger<Code extends string> {
  counter(code: Code, column?: string | null): FindingCounter;
  /** The counter of one word of a column: each of the first words that are met in it is a finding of its own. */
  wordCounter(code: Code, column: string | null, word: string): FindingCounter;
  /** How often a code was met, in every column together. */
  countOf(code: Code): number;
  /** What was met at least once: the most serious first, then the most frequent. */
  findings(): ImportFinding[];
}

const ORDER: Readonly<Record<FindingLevel, number>> = { reject: 0, warn: 1, note: 2 };
const LONGEST_EXAMPLE = 60;
/** So many words of a column are told one by one; what comes after them is told together. */
const MOST_WORDS_OF_A_COLUMN = 12;

/** A ledger of the findings in `meanings`, empty. Memory does not grow with the rows. */
export function findingLedger<Code extends string>(
  meanings: Readonly<Record<Code, FindingMeaning>>,
): FindingLedger<Code> {
  const entries = new Map<string, { code: Code; column: string | null; counter: CountingEntry }>();
  const wordsOf = new Map<string, Set<string>>();

  function counterOf(key: string, code: Code, column: string | null): FindingCounter {
    const entry = entries.get(key) ?? { code, column, counter: countingEntry() };
    entries.set(key, entry);
    return entry.counter;
  }

  function counter(code: Code, column: string | null = null): FindingCounter {
    return counterOf(`${code} ${column ?? ''}`, code, column);
  }

  function wordCounter(code: Code, column: string | null, word: string): FindingCounter {
    const place = `${code} ${column ?? ''}`;
    const words = wordsOf.get(place) ?? new Set();
    wordsOf.set(place, words);
    if (words.size < MOST_WORDS_OF_A_COLUMN) words.add(word);
    return words.has(word) ? counterOf(`${place} ${word}`, code, column) : counter(code, column);
  }

  function findings(): ImportFinding[] {
    return [...entries.values()]
      .filter((entry) => entry.counter.count > 0)
      .map(({ code, column, counter: { row, count, example } }) => {
        const shown = example === undefined ? {} : { example };
        return { level: meanings[code].level, code, column, row, count, ...shown, says: meanings[code].says };
      })
      .sort(
        (a, b) =>
          ORDER[a.level] - ORDER[b.level] || b.count - a.count || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
      );
  }

  function countOf(code: Code): number {
    let total = 0;
    for (const entry of entries.values()) if (entry.code === code) total += entry.counter.count;
    return total;
  }

  return { counter, wordCounter, countOf, findings };
}

interface CountingEntry extends FindingCounter {
  count: number;
  row: number | null;
  example: string | undefined;
}

function countingEntry(): CountingEntry {
  return {
    count: 0,
    row: null,
    example: undefined,
    add(row, example) {
      if (this.count === 0) {
        this.row = row;
        this.example = example === undefined ? undefined : shortCopy(example);
      }
      this.count += 1;
    },
    addAll({ count, first, example }) {
      if (count === 0) return;
      if (this.count === 0 || (first !== null && this.row !== null && first < this.row)) {
        this.row = first;
        this.example = example === undefined ? undefined : shortCopy(example);
      }
      this.count += count;
    },
  };
}

/** The beginning of a text as a text of its own: a part of a text would keep the whole block of rows in memory. */
function shortCopy(text: string): string {
  const short = text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE - 1)}…` : text;
  return Array.from(short).join('');
}
