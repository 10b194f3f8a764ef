import type { FactTest } from '../compile-rule.ts';
import type { KnownAmounts, KnownSet } from '../facts.ts';
import { amountOf, endsOf } from '../possible-of-fact.ts';
import type { Choice, FactId } from '../fact-id.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { columnName, FARTHEST, makeColumns, type ChoiceColumn, type Column, type NumberColumn } from './columns.ts';

/**
 * People in columns: for each fact that some rule reads, what is known of it in every row. A row begins with nothing
 * known. Facts that no rule reads have no column, and writing them does nothing.
 */
export class BulkTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly #vocabulary: Vocabulary;
  /** Of each fact of amounts, the members that each column adds up. */
  readonly #amounts: ReadonlyMap<FactId, readonly (readonly [readonly string[], NumberColumn])[]>;

  constructor(vocabulary: Vocabulary, tests: readonly FactTest[], rows: number) {
    this.rows = rows;
    this.#vocabulary = vocabulary;
    this.columns = makeColumns(vocabulary, tests, rows);
    this.#amounts = this.#amountColumns(tests);
    this.clear();
  }

  #amountColumns(tests: readonly FactTest[]) {
    const ofAmounts = tests.filter(({ members }) => members.length > 0);
    const columns = ofAmounts.map(
      ({ fact, members }) => [fact, members, this.columns.get(columnName(fact, members))] as const,
    );
    const byFact = Map.groupBy(columns, ([fact]) => fact);
    return new Map(
      [...byFact].map(([fact, group]) => [
        fact,
        group.flatMap(([, members, column]) => (column?.kind === 'number' ? [[members, column] as const] : [])),
      ]),
    );
  }

  /** Makes every fact of every row not known. */
  clear(): void {
    for (const column of this.columns.values()) {
      if (column.kind === 'number') {
        column.low.fill(column.least);
        column.high.fill(column.most);
      } else if (column.kind === 'choice') {
        column.words.forEach((word, index) => word.fill(column.unknown[index]!));
      } else {
        for (const [test, ends] of column.ends) ends.fill(test.possible([]));
      }
    }
  }

  /** The column of a number, to be written directly; undefined where no rule reads it. */
  numbers(fact: FactId): NumberColumn | undefined {
    const column = this.columns.get(fact);
    return column?.kind === 'number' ? column : undefined;
  }

  /** The column of a choice, to be written with the bits that its `bitsOf` gives; undefined where no rule reads it. */
  choices(fact: FactId): ChoiceColumn | undefined {
    const column = this.columns.get(fact);
    return column?.kind === 'choice' ? column : undefined;
  }

  /** A number known to lie from `low` to `high`, both included; the ends of what the fact can be stand for open ones. */
  setNumber(fact: FactId, row: number, ends: readonly [number, number]): void {
    const column = this.numbers(fact);
    if (column) writeNumber(column, row, ends);
  }

  /** The amounts that are known; of those left out nothing is. */
  setAmounts(fact: FactId, row: number, amounts: KnownAmounts): void {
    for (const [members, column] of this.#amounts.get(fact) ?? []) {
      const ends = endsOf(amountOf(amounts, members, column), column.least, column.most);
      writeNumber(column, row, ends);
    }
  }

  /** A choice known to be one of some values. */
  setChoice(fact: FactId, row: number, values: readonly Choice[]): void {
    const column = this.choices(fact);
    if (!column) return;
    const bits = column.bitsOf(values);
    column.words.forEach((word, index) => (word[row] = bits[index]!));
  }

  /** A set known exactly, or known to be one of several. */
  setSet(fact: FactId, row: number, value: KnownSet): void {
    const column = this.columns.get(fact);
    if (column?.kind !== 'set') return;
    const slot = this.#vocabulary.byId.get(fact)!.slot;
    const slots = new Array<undefined | KnownSet>(slot + 1).fill(undefined);
    slots[slot] = value;
    for (const [test, ends] of column.ends) ends[row] = test.possible(slots);
  }
}

function writeNumber(column: NumberColumn, row: number, [low, high]: readonly [number, number]): void {
  column.low[row] = within(column, Math.max(low, column.least));
  column.high[row] = within(column, Math.min(high, column.most));
}

function within(column: NumberColumn, n: number): number {
  return column.low instanceof Int32Array ? Math.max(-FARTHEST, Math.min(FARTHEST, n)) : n;
}
