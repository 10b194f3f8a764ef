/**
 * A row's fingerprint: 64 bits in two halves, for telling whether a row is the same as an earlier one. Among a million
 * rows the chance that two different ones share a print is about 1 in 37 million.
 *
 * A row is printed part by part: a text by its characters, or a number. Two multiplicative hashes run side by side; at
 * the end each is stirred with the other, so that every bit counts.
 */
export class RowPrint {
  /** The finished halves, each a whole number of 32 bits. */
  high = 0;
  low = 0;
  /** All characters so far, one bit or another set for each: above 127 where one is not ASCII. */
  #bits = 0;
  #hasLineBreak = false;

  /** Forgets the row before. */
  begin(): this {
    this.high = 0x9e3779b9 | 0;
    this.low = 0x41c6ce57;
    this.#bits = 0;
    this.#hasLineBreak = false;
    return this;
  }

  /** Takes a text in. Where it ends counts too: `ab`, `c` is another row than `a`, `bc`. */
  text(text: string): this {
    let { high, low } = this;
    let bits = this.#bits;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      bits |= code;
      if (code === LINE_BREAK) this.#hasLineBreak = true;
      high = Math.imul(high ^ code, 0x9e3779b1);
      high ^= high >>> 15;
      low = Math.imul(low ^ code, 0x5f356495);
      low ^= low >>> 13;
    }
    this.#bits = bits;
    this.high = high;
    this.low = low;
    return this.pair(FIELD_END, text.length);
  }

  /** Takes in a text that stands for no value, as if it were blank; of its characters is still told what they are. */
  blank(text: string): this {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      this.#bits |= code;
      if (code === LINE_BREAK) this.#hasLineBreak = true;
    }
    return this.pair(FIELD_END, 0);
  }

  /** Takes in a number, of which 32 bits count. */
  number(value: number): this {
    return this.pair(value, value);
  }

  /** Takes in two halves, such as those of a text that was printed before. */
  pair(high: number, low: number): this {
    let next = Math.imul(this.high ^ high, 0x9e3779b1);
    next ^= next >>> 15;
    this.high = next;
    next = Math.imul(this.low ^ low, 0x5f356495);
    next ^= next >>> 13;
    this.low = next;
    return this;
  }

  /** Stirs the halves; after this the print is the row's. */
  end(): this {
    const { high, low } = this;
    this.high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
    this.low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
    return this;
  }

  /** Whether every character of the texts is ASCII: then they read the same in every encoding. */
  get isAscii(): boolean {
    return this.#bits < 128;
  }

  /** Whether a text holds a line end. */
  get hasLineBreak(): boolean {
    return this.#hasLineBreak;
  }
}

const LINE_BREAK = 10;
const FIELD_END = 0x1f;
