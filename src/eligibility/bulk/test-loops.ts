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
  const inside = except ? 1 : 0;
  const outside = 1 - inside;
  const [bits] = column.words;
  if (column.words.length === 1 && bits) {
    const yes = named[0]!;
    return (out, rows) => {
      for (let row = 0; row < rows; row += 1) {
        const possible = bits[row]!;
        const met = possible & yes;
        const not = possible & ~yes;
        // `(x | -x) >>> 31` is 1 where any bit is set.
        out[row] = (((met | -met) >>> 31) << inside) | (((not | -not) >>> 31) << outside);
      }
    };
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
