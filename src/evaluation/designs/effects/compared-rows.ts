import type { NamedColumn } from '../../../statistics/index.ts';
import type { EffectEstimate } from '../finding.ts';
import type { Sentence } from '../../domain/disclosure/sentence.ts';

/** Rows to compare, all of them with a known outcome. */
export interface ComparedRows {
  /** 1 with the scheme, 0 without. */
  readonly treated: Uint8Array;
  /** 0 and 1, a count or an amount. */
  readonly value: Float64Array;
  /** Days until the event or the end of watching; used by hazard ratios alone. */
  readonly days: Float64Array;
  /** What is allowed for. */
  readonly covariates: readonly NamedColumn[];
  /** Whole numbers from 0: chance was drawn, or baseline hazards differ, within these. */
  readonly stratum: Int32Array | null;
  /** Whole numbers from 0: rows that are not independent of each other share one. */
  readonly cluster: Int32Array | null;
  /** Whole numbers from 0: whose each row is, where one person may have several; left out where each has one. */
  readonly person?: Int32Array | null;
}

/** An effect with how it was found. */
export interface FoundEffect {
  readonly estimate: EffectEstimate;
  readonly method: Sentence;
  readonly notes: readonly Sentence[];
}

/** The rows at these places, in this order; a place may come more than once. */
export function rowsAt(rows: ComparedRows, places: ArrayLike<number>): ComparedRows {
  const of = (values: ArrayLike<number>) => Float64Array.from(places, (place) => values[place] ?? Number.NaN);
  const codes = (values: Int32Array | null) =>
    values === null ? null : Int32Array.from(places, (place) => values[place] ?? 0);
  return {
    treated: Uint8Array.from(places, (place) => rows.treated[place] ?? 0),
    value: of(rows.value),
    days: of(rows.days),
    covariates: rows.covariates.map(({ values, ...column }) => ({ ...column, values: of(values) })),
    stratum: codes(rows.stratum),
    cluster: codes(rows.cluster),
    person: codes(rows.person ?? null),
  };
}

/** Rows of each side, and how many of them have a value above zero. */
export function sidesOf({ treated, value }: ComparedRows) {
  const withScheme = { n: 0, events: 0, sum: 0 };
  const without = { n: 0, events: 0, sum: 0 };
  for (const [row, arm] of treated.entries()) {
    const side = arm === 1 ? withScheme : without;
    const amount = value[row] ?? Number.NaN;
    side.n += 1;
    side.sum += amount;
    if (amount > 0) side.events += 1;
  }
  return { withScheme, without };
}

/** The people of each side and those of them with a value above zero, each once however many rows are theirs. */
export function peopleOf({ treated, value, person = null }: ComparedRows) {
  const side = (arm: number) => {
    const [all, withEvent] = [new Set<number>(), new Set<number>()];
    for (const [row, own] of treated.entries()) {
      if (own !== arm) continue;
      const who = person?.[row] ?? row;
      all.add(who);
      if ((value[row] ?? Number.NaN) > 0) withEvent.add(who);
    }
    return { n: all.size, events: withEvent.size };
  };
  return { withScheme: side(1), without: side(0) };
}

/** Different words as whole numbers from 0, in the order in which they come. */
export function codesOf(words: readonly string[]): Int32Array {
  const codes = new Map<string, number>();
  return Int32Array.from(words, (word) => {
    const code = codes.get(word) ?? codes.size;
    codes.set(word, code);
    return code;
  });
}
