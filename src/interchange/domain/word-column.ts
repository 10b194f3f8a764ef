import { isMissingWord } from '../../shared/missing-word.ts';
import { readableText } from './readable-text.ts';
import { RowPrint } from './row-print.ts';

/** One of the distinct words of a column, read once however many rows have it. */
export interface Word<Meaning> {
  /** The field as it stands in the file. */
  readonly field: string;
  /** `missing`: the field holds no value; `unknown`: a word that is in no table, so that nothing is taken from it. */
  readonly sort: 'known' | 'missing' | 'unknown';
  /** Undefined where the word is missing or not known. */
  readonly meaning: Meaning | undefined;
  /** A small number for the meaning: words that mean the same have the same. 0 where there is no meaning. */
  readonly code: number;
  /** The print of the word's text in this column; all words for a missing value have the same. */
  readonly high: number;
  readonly low: number;
  readonly isAscii: boolean;
  readonly hasLineBreak: boolean;
  /** How many rows were counted with it, and the first of them; 0 before there is one. */
  count: number;
  first: number;
}

/** More distinct words than this are not remembered one by one: memory must not grow with the file. */
const MOST_WORDS = 2000;

/**
 * The words of one column. A column has few distinct words and many rows: each word is looked up in the tables when it
 * is met first, and after that is only found again. A column that the file does not have is missing in every row.
 */
export class WordColumn<Meaning> {
  readonly at: number;
  readonly #meaningOf: (text: string) => Meaning | undefined;
  readonly #mark: number;
  readonly #words = new Map<string, Word<Meaning>>();
  readonly #codes = new Map<Meaning | undefined, number>([[undefined, 0]]);
  readonly #beyond: Word<Meaning>[] = [];
  readonly #byLength = new Array<Word<Meaning> | undefined>(LENGTHS).fill(undefined);
  readonly #bySlot = new Array<Word<Meaning> | undefined>(SLOTS).fill(undefined);

  /**
   * `at`: where the column is; -1 where the file does not have it. `mark`: what tells it from other columns in a print:
   * the same in every file, wherever the column stands there.
   */
  constructor(at: number, meaningOf: (text: string) => Meaning | undefined, mark = 0) {
    this.at = at;
    this.#meaningOf = meaningOf;
    this.#mark = mark;
    this.#words.set('', this.#read(''));
  }

  /** The word that a row has in this column. */
  of(fields: readonly string[]): Word<Meaning> {
    const field = this.at < 0 ? '' : (fields[this.at] ?? '');
    // Most words have a length of their own in their column, and most rows the word of that length that was there last.
    const length = field.length & (LENGTHS - 1);
    const last = this.#byLength[length];
    if (last !== undefined && last.field === field) return last;
    // Three of its characters tell a word from nearly all others of its column: hashing all of them takes much longer.
    const slot = slotOf(field);
    const held = this.#bySlot[slot];
    const word = held !== undefined && held.field === field ? held : (this.#words.get(field) ?? this.#meet(field));
    this.#bySlot[slot] = word;
    this.#byLength[length] = word;
    return word;
  }

  /** Every word that was counted. */
  counted(): Word<Meaning>[] {
    return [...this.#words.values(), ...this.#beyond].filter(({ count }) => count > 0);
  }

  #meet(field: string): Word<Meaning> {
    const word = this.#read(field);
    if (this.#words.size < MOST_WORDS) {
      this.#words.set(word.field, word);
      return word;
    }
    // What is beyond is counted under one word of its sort, and still has its own print.
    const sink = this.#beyond.find(({ sort }) => sort === word.sort) ?? word;
    if (sink === word) this.#beyond.push(word);
    return {
      ...word,
      get count() {
        return sink.count;
      },
      set count(count: number) {
        sink.count = count;
      },
      get first() {
        return sink.first;
      },
      set first(first: number) {
        sink.first = first;
      },
    };
  }

  #read(field: string): Word<Meaning> {
    const isMissing = isMissingWord(field);
    const meaning = isMissing ? undefined : this.#meaningOf(readableText(field).text);
    const code = this.#codes.get(meaning) ?? this.#codes.size;
    this.#codes.set(meaning, code);
    const begun = print.begin().number(this.#mark);
    const { high, low, isAscii, hasLineBreak } = (isMissing ? begun.blank(field) : begun.text(field)).end();
    const sort = isMissing ? 'missing' : meaning === undefined ? 'unknown' : 'known';
    return { field: ownText(field), sort, meaning, code, high, low, isAscii, hasLineBreak, count: 0, first: 0 };
  }
}

const print = new RowPrint();

const SLOTS = 256;
const LENGTHS = 128;

/** A number for a text from its length and its first, middle and last character. */
function slotOf(text: string): number {
  const { length } = text;
  if (length === 0) return 0;
  const [first, middle, last] = [text.charCodeAt(0), text.charCodeAt(length >> 1), text.charCodeAt(length - 1)];
  return (length * 37 + first * 5 + middle * 11 + last * 3) & (SLOTS - 1);
}

/** Counts a word in a row. */
export function countWord(word: Word<unknown>, row: number): void {
  word.count += 1;
  if (word.first === 0) word.first = row;
}

/** The meaning of a text by a table of words; capitals and blanks around the words do not count. */
export function byWords<Meaning>(meanings: ReadonlyMap<string, Meaning>): (text: string) => Meaning | undefined {
  const inSmallLetters = new Map([...meanings].map(([words, meaning]) => [words.toLowerCase(), meaning]));
  return (text) => inSmallLetters.get(text.trim().toLowerCase());
}

/** A text of its own: a part of a block's text would keep the whole block in memory. */
export function ownText(text: string): string {
  return Array.from(text).join('');
}
