import { MET, NOT_MET } from '../possible.ts';
import { spansOver } from '../possible-of-fact.ts';
import type { Span } from '../acceptance.ts';
import { FARTHEST, type ChoiceColumn, type NumberColumn } from './columns.ts';

/** Fills `out` with what one test comes to in each of the first `rows` rows: 1 met, 2 not met, 3 either. */
export type TestLoop = (out: Uint8Array, rows: number) => void;

/** The loop for a test of numbers. One span, the usual case, takes no branch in a row of whole numbers. */
export function numberLoop(column: NumberColumn, spans: readonly Span[], except: boolean): TestLoop {
  const { low, high } = column;
  const [only] = spans;
  if (spans.length === 1 && only && low instanceof Int32Array && high instanceof Int32Array) {
    return wholeSpanLoop(low, high, { span: only, except });
  }
  return (out, rows) => {
    for (let row = 0; row < rows; row += 1) out[row] = spansOver(spans, low[row]!, high[row]!, except);
  };
}

function wholeSpanLoop(low: Int32Array, high: Int32Array, { span, except }: { span: Span; except: boolean }): TestLoop {
  const from = clamp(span[0]);
  const to = clamp(span[1]);
  const inside = except ? 1 : 0;
  const outside = 1 - inside;
  // `(a - b) >>> 31` is 1 where a < b: both stay within 30 bits, so the difference never overflows.
  if (to >= FARTHEST) {
    return (out, rows) => {
      for (let row = 0; row < rows; row += 1) {
        out[row] = (((from - 1 - high[row]!) >>> 31) << inside) | (((low[row]! - from) >>> 31) << outside);
      }
    };
  }
  if (from <= -FARTHEST) {
    return (out, rows) => {
      for (let row = 0; row < rows; row += 1) {
        out[row] = (((low[row]! - 1 - to) >>> 31) << inside) | (((to - high[row]!) >>> 31) << outside);
      }
    };
  }
  return (out, rows) => {
    for (let row = 0; row < rows; row += 1) {
      const least = low[row]!;
      const most = high[row]!;
      const meets = ((least - 1 - to) >>> 31) & ((from - 1 - most) >>> 31);
      const reaches = ((least - from) >>> 31) | ((to - most) >>> 31);
      out[row] = (meets << inside) | (reaches << outside);
    }
  };
}

function clamp(bound: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, bound));
}

/** The loop for a test of a choice: `named` are the bits of the values that the rule names. */
export function choiceLoop(column: ChoiceColumn, named: readonly number[], except: boolean): TestLoop {
  const [bits] = column.words;
  if (bits instanceof Uint8Array) {
    const endsOf = endsByBits(column.classes, { yes: named[0]!, except });
    return column.classes <= PAIRED_CLASSES ? pairLoop(bits, endsOf) : byteLoop(bits, endsOf);
  }
  return (out, rows) => {
    for (let row = 0; row < rows; row += 1) {
      let met = 0;
      let not = 0;
      column.words.forEach((word, index) => {
        met |= word[row]! & named[index]!;
        not |= word[row]! & ~named[index]!;
      });
      const ends = (met === 0 ? 0 : MET) | (not === 0 ? 0 : NOT_MET);
      out[row] = except ? ((ends & 1) << 1) | (ends >> 1) : ends;
    }
  };
}

/** What the test comes to for every set of bits that a row may have. */
function endsByBits(classes: number, { yes, except }: { yes: number; except: boolean }): Uint8Array {
  return Uint8Array.from({ length: 2 ** classes }, (_, bits) => {
    const ends = ((bits & yes) === 0 ? 0 : MET) | ((bits & ~yes) === 0 ? 0 : NOT_MET);
    return except ? ((ends & 1) << 1) | (ends >> 1) : ends;
  });
}

function byteLoop(bits: Uint8Array, endsOf: Uint8Array): TestLoop {
  return (out, rows) => {
    for (let row = 0; row < rows; row += 1) out[row] = endsOf[bits[row]!]!;
  };
}

/** With more classes the table of pairs would not stay in the processor's nearest memory. */
const PAIRED_CLASSES = 6;

/** Two rows at a time, by what both come to. Columns have room for a whole number of pairs (`BulkDecider`). */
function pairLoop(bits: Uint8Array, endsOf: Uint8Array): TestLoop {
  const last = endsOf.length - 1;
  const endsOfPair = new Uint16Array((last << 8) + last + 1);
  for (let first = 0; first <= last; first += 1) {
    for (let second = 0; second <= last; second += 1) {
      endsOfPair[first | (second << 8)] = endsOf[first]! | (endsOf[second]! << 8);
    }
  }
  const pairs = pairsOf(bits);
  return (out, rows) => {
    const outPairs = pairsOf(out);
    const count = (rows + 1) >> 1;
    for (let pair = 0; pair < count; pair += 1) outPairs[pair] = endsOfPair[pairs[pair]!]!;
  };
}

/** Which byte of a pair comes first does not matter: both tables and columns are read the same way. */
function pairsOf(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
}
