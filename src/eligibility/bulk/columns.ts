import type { FactTest } from '../compile-rule.ts';
import type { Choice, FactId } from '../fact-id.ts';
import { choicesMeant } from '../still-open.ts';
import type { FactDefinition, Vocabulary } from '../vocabulary.ts';

/**
 * Numbers beyond this are held as this in whole-number columns, so that differences never overflow 32 bits.
 * No whole-number fact or bound comes near it (the largest are days and counts).
 */
export const FARTHEST = 2 ** 30 - 1;

/** A number for each row, known to lie from `low` to `high`, both included. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly low: Int32Array | Float64Array;
  readonly high: Int32Array | Float64Array;
  readonly least: number;
  readonly most: number;
}

/**
 * The possible values of a choice for each row, as bits over classes: values that no rule tells apart share a class,
 * values that no rule names share class 0. `words` hold as many classes as the rules need, 31 bits in each; where 8 or
 * fewer do, as nearly always, the only word is a byte.
 */
export interface ChoiceColumn {
  readonly kind: 'choice';
  readonly words: readonly (Int32Array | Uint8Array)[];
  /** How many classes there are: a row's bits are below 2 to this power. */
  readonly classes: number;
  /** The bits for a row known to be one of these values; an empty list stands for not known. */
  readonly bitsOf: (values: readonly Choice[]) => readonly number[];
  /** The same for the values that a test names, no more and no less. */
  readonly bitsNamed: (values: readonly Choice[]) => readonly number[];
  readonly unknown: readonly number[];
}

/** For each test of a set, whether it may be met (1) and may be not met (2), worked out when the row is written. */
export interface SetColumn {
  readonly kind: 'set';
  readonly ends: ReadonlyMap<FactTest, Uint8Array>;
}

export type Column = NumberColumn | ChoiceColumn | SetColumn;

const BITS = 31;
const BITS_OF_A_BYTE = 8;

/** A column's name: the fact, or, for amounts, the fact and the members that are added up. */
export function columnName(fact: FactId, members: readonly string[] = []): string {
  return members.length === 0 ? fact : `${fact}/${members.join('+')}`;
}

/** The columns that some tests need, by name, each with room for `rows` rows. */
export function makeColumns(vocabulary: Vocabulary, tests: readonly FactTest[], rows: number): Map<string, Column> {
  const columns = new Map<string, Column>();
  for (const test of tests) {
    const name = columnName(test.fact, test.members);
    const fact = vocabulary.facts[test.slot]!;
    if (!columns.has(name))
      columns.set(
        name,
        makeColumn(
          fact,
          tests.filter((other) => other.slot === test.slot),
          rows,
        ),
      );
  }
  return columns;
}

function makeColumn(fact: FactDefinition, tests: readonly FactTest[], rows: number): Column {
  const { type } = fact;
  switch (type.kind) {
    case 'number':
    case 'amounts':
      return makeNumberColumn(type.kind === 'number' && type.whole, type, rows);
    case 'set':
      return { kind: 'set', ends: new Map(tests.map((test) => [test, new Uint8Array(rows)])) };
    case 'choice':
    case 'code':
      return makeChoiceColumn(fact, tests, rows);
  }
}

function makeNumberColumn(whole: boolean, bounds: { least: number; most: number }, rows: number): NumberColumn {
  const make = (): Int32Array | Float64Array => (whole ? new Int32Array(rows) : new Float64Array(rows));
  const least = whole ? Math.max(bounds.least, -FARTHEST) : bounds.least;
  const most = whole ? Math.min(bounds.most, FARTHEST) : bounds.most;
  return { kind: 'number', low: make(), high: make(), least, most };
}

function makeChoiceColumn(fact: FactDefinition, tests: readonly FactTest[], rows: number): ChoiceColumn {
  const known = fact.type.kind === 'choice' ? fact.type.values : [];
  const classes = classesOf(tests);
  const classOf = (value: Choice): number => classes.get(value) ?? 0;
  const count = Math.max(0, ...classes.values()) + 1;
  const width = Math.ceil(count / BITS);
  const bitsOfClasses = (list: Iterable<number>): number[] => {
    const bits = new Array<number>(width).fill(0);
    for (const index of list) bits[Math.floor(index / BITS)]! |= 1 << (index % BITS);
    return bits;
  };
  const bitsOfClass = Array.from({ length: count }, (_, index) => bitsOfClasses([index]));
  // An open list always holds a value that no rule names: class 0.
  const unknown = bitsOfClasses(known.length === 0 ? [0, ...classes.values()] : known.map(classOf));
  const words = unknown.map(() => (count <= BITS_OF_A_BYTE ? new Uint8Array(rows) : new Int32Array(rows)));
  const bitsNamed = (values: readonly Choice[]): readonly number[] => {
    if (values.length === 0) return unknown;
    return values.length === 1 ? bitsOfClass[classOf(values[0]!)]! : bitsOfClasses(values.map(classOf));
  };
  return {
    kind: 'choice',
    words,
    classes: count,
    unknown,
    bitsOf: (values) => bitsNamed(choicesMeant(fact, values)),
    bitsNamed,
  };
}

/** Groups the values that rules name by which rules name them: a class, from 1 on, for each group. */
function classesOf(tests: readonly FactTest[]): Map<Choice, number> {
  const lists = tests.map(({ accepts }) => (accepts.kind === 'values' ? accepts.values : new Set<Choice>()));
  const groups = new Map<string, number>();
  const classes = new Map<Choice, number>();
  for (const value of new Set(lists.flatMap((list) => [...list]))) {
    const named = lists.map((list) => (list.has(value) ? '1' : '0')).join('');
    if (!groups.has(named)) groups.set(named, groups.size + 1);
    classes.set(value, groups.get(named)!);
  }
  return classes;
}

/** The bits of a choice column for the values that a test names. */
export function namedBits(column: ChoiceColumn, values: ReadonlySet<Choice>): readonly number[] {
  return values.size === 0 ? column.unknown.map(() => 0) : column.bitsNamed([...values]);
}
