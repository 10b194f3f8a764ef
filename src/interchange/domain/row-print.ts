/**
 * A row's fingerprint: 64 bits in two halves, for telling whether a row is the same as an earlier one. Among a million
 * rows the chance that two different ones share a print is about 1 in 37 million.
 */
export interface RowPrint {
  high: number;
  low: number;
  /** True where every character of the row is ASCII: then it reads the same in every encoding. */
  isAscii: boolean;
  /** True where a field holds a line end. */
  hasLineBreak: boolean;
}

/** Prints a row into one and the same object, which the next row's print overwrites. All fields count, in order. */
export type RowPrinter = (fields: readonly string[]) => RowPrint;

const FIELD_END = '\u001f';
const ROOM_AT_FIRST = 4096;
const MOST_BYTES_OF_A_CHARACTER = 3;
const BYTES_OF_A_WORD = 4;

/** A printer with room of its own, which grows to the longest row that it has met. */
export function rowPrinter(): RowPrinter {
  const encoder = new TextEncoder();
  const print: RowPrint = { high: 0, low: 0, isAscii: true, hasLineBreak: false };
  let bytes = new Uint8Array(ROOM_AT_FIRST);
  let words = new Uint32Array(bytes.buffer);

  return (fields) => {
    const text = fields.join(FIELD_END);
    if (text.length * MOST_BYTES_OF_A_CHARACTER + BYTES_OF_A_WORD > bytes.length) {
      bytes = new Uint8Array(2 ** Math.ceil(Math.log2(text.length * MOST_BYTES_OF_A_CHARACTER + BYTES_OF_A_WORD)));
      words = new Uint32Array(bytes.buffer);
    }
    const { written } = encoder.encodeInto(text, bytes);
    bytes.fill(0, written, written + BYTES_OF_A_WORD);
    hashWords(words, Math.ceil(written / BYTES_OF_A_WORD), print);
    print.isAscii = written === text.length;
    print.hasLineBreak = text.includes('\n');
    return print;
  };
}

/** Two multiplicative hashes side by side; at the end each is stirred with the other, so that every bit counts. */
function hashWords(words: Uint32Array, count: number, print: RowPrint): void {
  let high = 0x9e3779b9 ^ count;
  let low = 0x41c6ce57;
  for (let index = 0; index < count; index += 1) {
    const word = words[index] ?? 0;
    high = Math.imul(high ^ word, 0x9e3779b1);
    high ^= high >>> 15;
    low = Math.imul(low ^ word, 0x5f356495);
    low ^= low >>> 13;
  }
  print.high = (Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)) >>> 0;
  print.low = (Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)) >>> 0;
}
