/**
 * A stream of random numbers that a seed decides: the same seed gives the same numbers on every machine and every day,
 * so that an allocation, a bootstrap interval or a simulated year can be repeated by whoever doubts it.
 *
 * Generator: xoshiro256** 1.0. Source: D. Blackman and S. Vigna, "Scrambled Linear Pseudorandom Number Generators",
 * ACM TOMS 47(4), 2021, and their reference code at prng.di.unimi.it. A seed is spread over the 256 bits of state by
 * splitmix64, as they advise. Period 2^256 - 1. Not for secrets: who sees some numbers can work out the rest.
 *
 * Choice: each 64-bit word of state is held as two 32-bit halves, because BigInt costs some thirty times as much.
 */
const TWO_TO_32 = 4_294_967_296;
const MASK_64 = (1n << 64n) - 1n;

/** The authors' polynomial which moves a stream 2^128 numbers on. */
const JUMP = [0x180e_c6d3_3cfd_0aban, 0xd5a6_1266_f0c9_392cn, 0xa958_2618_e03f_c9aan, 0x39ab_dc45_29b1_661cn];

/** One stream of random numbers. Drawing from it moves it on. */
export class SeededRandom {
  /** Halves of the four words of state, lower half first. */
  readonly #state: Int32Array;

  private constructor(state: Int32Array) {
    this.#state = state;
  }

  /** The stream of a seed: a whole number (negative ones too), or a text. Throws a RangeError for 1.5, NaN or 2^60. */
  static of(seed: number | string): SeededRandom {
    if (typeof seed === 'number' && !Number.isSafeInteger(seed)) {
      throw new RangeError(`a seed is a whole number of at most 53 bits or a text, not ${seed}`);
    }
    let spread = typeof seed === 'number' ? BigInt(seed) & MASK_64 : hashOf(seed);
    return SeededRandom.fromState(
      [0, 1, 2, 3].map(() => splitmix((spread = (spread + 0x9e37_79b9_7f4a_7c15n) & MASK_64))),
    );
  }

  /** The stream at a state of four 64-bit words, as reference vectors give it. Throws a RangeError where all are zero. */
  static fromState(words: readonly bigint[]): SeededRandom {
    if (words.length !== 4 || words.every((word) => word === 0n)) {
      throw new RangeError('the state is four words of 64 bits, not all of them zero');
    }
    return new SeededRandom(
      Int32Array.from(words.flatMap((word) => [Number(word & 0xffff_ffffn) | 0, Number(word >> 32n) | 0])),
    );
  }

  /** A number of [0, 1), each of the 2^53 multiples of 2^-53 as likely as another. */
  next(): number {
    const low = this.#step();
    return (this.#high >>> 0) / TWO_TO_32 + (low >>> 11) / 9_007_199_254_740_992;
  }

  /** A number strictly between 0 and 1: for logarithms and for inverting distributions. */
  nextOpen(): number {
    return this.next() || 2 ** -54;
  }

  /** A whole number of 0 .. `bound` - 1, each exactly as likely as another. `bound` up to 2^32. */
  below(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1 || bound > TWO_TO_32) {
      throw new RangeError(`a bound is a whole number from 1 to 2^32, not ${bound}`);
    }
    // What is left over after whole multiples of the bound is drawn again, or the small numbers would come too often.
    const unfair = TWO_TO_32 % bound;
    for (;;) {
      this.#step();
      const drawn = this.#high >>> 0;
      if (drawn < TWO_TO_32 - unfair) return drawn % bound;
    }
  }

  /**
   * Fills an array with whole numbers of 0 .. `bound` - 1, each exactly as likely as another: `below` for millions, with
   * both halves of each word used. `bound` up to 2^21. Other numbers than `below` would have drawn.
   */
  fillBelow(into: Int32Array, bound: number): void {
    if (!Number.isInteger(bound) || bound < 1 || bound > 2_097_152) {
      throw new RangeError(`a bound is a whole number from 1 to 2^21, not ${bound}`);
    }
    const unfair = TWO_TO_32 % bound;
    let filled = 0;
    while (filled < into.length) {
      // Lemire 2019: the whole part of half * bound / 2^32, drawn again where the remainder is one of the unfair ones.
      const fromLow = (this.#step() >>> 0) * bound;
      const low = Math.floor(fromLow / TWO_TO_32);
      if (fromLow - low * TWO_TO_32 >= unfair) into[filled++] = low;
      const fromHigh = (this.#high >>> 0) * bound;
      const high = Math.floor(fromHigh / TWO_TO_32);
      if (fromHigh - high * TWO_TO_32 >= unfair && filled < into.length) into[filled++] = high;
    }
  }

  /** The next 64-bit word: what reference vectors list. */
  nextWord(): bigint {
    const low = BigInt(this.#step() >>> 0);
    return (BigInt(this.#high >>> 0) << 32n) | low;
  }

  /** Puts the members of an array into a random order, in place (Fisher and Yates). */
  shuffle(members: { [index: number]: unknown; readonly length: number }): void {
    for (let last = members.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      const kept = members[last];
      members[last] = members[other];
      members[other] = kept;
    }
  }

  /**
   * A second stream for another worker or purpose: a copy of this one as it stands, while this one moves 2^128 numbers
   * on. Streams split off one another in this way never overlap in practice.
   */
  split(): SeededRandom {
    const here = new SeededRandom(this.#state.slice());
    const there = new Int32Array(8);
    for (const word of JUMP) {
      for (let bit = 0n; bit < 64n; bit += 1n) {
        if ((word >> bit) & 1n) for (let half = 0; half < 8; half += 1) there[half]! ^= this.#state[half]!;
        this.#step();
      }
    }
    this.#state.set(there);
    return here;
  }

  /** The upper half of the word last made; a field, because two numbers can't be returned without an object. */
  #high = 0;

  /** Makes the next word: its upper half in `#high`, its lower half returned. */
  #step(): number {
    const s = this.#state;
    const low0 = s[0]!;
    const high0 = s[1]!;
    const low1 = s[2]!;
    const high1 = s[3]!;
    // rotate(s1 * 5, 7) * 9
    const five = (low1 >>> 0) * 5;
    const high5 = (Math.imul(high1, 5) + Math.floor(five / TWO_TO_32)) | 0;
    const low5 = five | 0;
    const lowTurned = (low5 << 7) | (high5 >>> 25);
    const nine = (lowTurned >>> 0) * 9;
    this.#high = (Math.imul((high5 << 7) | (low5 >>> 25), 9) + Math.floor(nine / TWO_TO_32)) | 0;

    const low2 = s[4]! ^ low0;
    const high2 = s[5]! ^ high0;
    const low3 = s[6]! ^ low1;
    const high3 = s[7]! ^ high1;
    s[2] = low1 ^ low2;
    s[3] = high1 ^ high2;
    s[0] = low0 ^ low3;
    s[1] = high0 ^ high3;
    s[4] = low2 ^ (low1 << 17);
    s[5] = high2 ^ ((high1 << 17) | (low1 >>> 15));
    // rotate(s3, 45): 32 swaps the halves, 13 more turn them
    s[6] = (high3 << 13) | (low3 >>> 19);
    s[7] = (low3 << 13) | (high3 >>> 19);
    return nine | 0;
  }
}

/** One step of splitmix64 from a state that has been moved on (Steele, Lea and Flood 2014). */
function splitmix(state: bigint): bigint {
  let word = ((state ^ (state >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & MASK_64;
  word = ((word ^ (word >> 27n)) * 0x94d0_49bb_1331_11ebn) & MASK_64;
  return word ^ (word >> 31n);
}

/** 64-bit FNV-1a of a text's UTF-8: so that a trial or a plan can be named as the seed. */
function hashOf(text: string): bigint {
  let hash = 0xcbf2_9ce4_8422_2325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100_0000_01b3n) & MASK_64;
  return hash;
}
