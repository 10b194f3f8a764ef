import { canonicalJson } from '../../shared/canonical-json.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import { factTestsIn, partsOf, type FactTest, type RuleNode } from '../compile-rule.ts';
import { clausesOn, resultOf, type ClauseResult, type CompiledClause, type CompiledScheme } from '../compile-scheme.ts';
import { mustBeKnown, verdictOf, type Verdict } from '../decide.ts';
import { missingFacts, type EndsOf } from '../missing-facts.ts';
import { ALL_OF, ANY_OF, JUDGEMENT, MET, NOT_MET, opposite } from '../possible.ts';
import type { FactId } from '../fact-id.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { columnName, namedBits } from './columns.ts';
import { BulkTable } from './table.ts';
import { choiceLoop, numberLoop, type TestLoop } from './test-loops.ts';

/** The ends of each row: of one test, one clause or one verdict. Words for them: `verdictOf`, `resultOf`. */
export type Ends = Uint8Array;

/** What became of one scheme over a table. The arrays are written anew by the next `decide`. */
export interface BulkScheme {
  readonly scheme: CompiledScheme;
  readonly clauses: readonly { readonly id: string; readonly ends: Ends }[];
  readonly verdicts: Ends;
  /** The facts that could still change this row's verdict, as `Decision.missing`. */
  readonly missing: (row: number) => readonly FactId[];
}

/**
 * Many people against many schemes on one day: clause by clause down the columns, no words made. Gives each row the
 * verdict and the result of every clause that `decide` would give it.
 */
export class BulkDecider {
  readonly table: BulkTable;
  readonly schemes: readonly BulkScheme[];
  readonly #loops: readonly (readonly [TestLoop, Ends])[];
  readonly #steps: readonly Step[];
  readonly #folds: readonly ((rows: number) => void)[];

  /**
   * `offenceOn`: the day whose law counts where it goes by the offence. `rows`: the most rows the table holds. All
   * schemes must be compiled against the vocabulary.
   */
  constructor(
    vocabulary: Vocabulary,
    schemes: readonly CompiledScheme[],
    { asOf, offenceOn = asOf, rows }: { asOf: CalendarDay; offenceOn?: CalendarDay; rows: number },
  ) {
    const room = Math.ceil(rows / 4) * 4;
    const inForce = schemes.map((scheme) => clausesOn(scheme, asOf, offenceOn));
    const tests = inForce.flat().flatMap(({ node }) => factTestsIn(node));
    this.table = new BulkTable(vocabulary, tests, room);
    const shared = shareTests(this.table, tests, room);
    this.#loops = shared.loops;
    const space: Room = { endsOfTest: shared.endsOf, room, planned: new Map(), steps: [] };
    const plans = schemes.map((scheme, index) => planScheme(scheme, inForce[index]!, space));
    this.#steps = space.steps;
    this.schemes = plans.map(({ result }) => result);
    this.#folds = plans.map(({ fold }) => fold);
  }

  /** Decides the first `rows` rows of the table. */
  decide(rows: number): void {
    for (const [loop, out] of this.#loops) loop(out, rows);
    for (const step of this.#steps) step(rows);
    for (const fold of this.#folds) fold(rows);
  }
}

/** One loop for all tests that ask the same of the same fact. A set's tests are worked out when a row is written. */
function shareTests(table: BulkTable, tests: readonly FactTest[], room: number) {
  const byQuestion = new Map<string, Ends>();
  const endsOf = new Map<RuleNode, Ends>();
  const loops: (readonly [TestLoop, Ends])[] = [];
  for (const test of tests) {
    const column = table.columns.get(columnName(test.fact, test.members))!;
    const key = questionOf(test);
    let ends = column.kind === 'set' ? column.ends.get(test) : byQuestion.get(key);
    if (!ends) {
      ends = new Uint8Array(room);
      byQuestion.set(key, ends);
      loops.push([loopOf(test, table), ends]);
    }
    endsOf.set(test, ends);
  }
  return { loops, endsOf };
}

function questionOf({ fact, members, accepts }: FactTest): string {
  const held =
    accepts.kind === 'spans'
      ? accepts.spans.map((span) => span.map(String))
      : [...(accepts.kind === 'values' ? accepts.values : [])];
  return canonicalJson([fact, members, accepts.kind, 'except' in accepts && accepts.except, held]);
}

function loopOf({ fact, members, accepts }: FactTest, table: BulkTable): TestLoop {
  const column = table.columns.get(columnName(fact, members))!;
  if (column.kind === 'number' && accepts.kind === 'spans') return numberLoop(column, accepts.spans, accepts.except);
  if (column.kind === 'choice' && accepts.kind === 'values')
    return choiceLoop(column, namedBits(column, accepts.values), accepts.except);
  throw new Error(`No loop for a test of ${fact}`);
}

interface Room {
  readonly endsOfTest: ReadonlyMap<RuleNode, Ends>;
  readonly room: number;
  /** Columns of rules worked out so far: the law that many schemes rest on is worked out once. */
  readonly planned: Map<RuleNode, Ends>;
  readonly steps: Step[];
}

type Step = (rows: number) => void;

function planScheme(scheme: CompiledScheme, clauses: readonly CompiledClause[], space: Room) {
  const verdicts = new Uint8Array(space.room);
  const columns = clauses.map(({ clause, node }) => ({ id: clause.id, ends: planNode(node, space) }));
  const endsOf = (wanted: (clause: CompiledClause) => boolean): Ends[] =>
    columns.filter((_, index) => wanted(clauses[index]!)).map(({ ends }) => ends);
  const facts = endsOf((clause) => mustBeKnown(clause) && !asksJudgement(clause.node));
  const judged = endsOf((clause) => mustBeKnown(clause) && asksJudgement(clause.node));
  const known = endsOf((clause) => !mustBeKnown(clause));
  const fold = (rows: number): void => {
    foldFacts(facts, verdicts, { as: 'allOf', rows });
    foldKnown(known, verdicts, rows);
    for (const ends of judged) combineInto(ALL_OF, verdicts, { with: ends, rows });
  };
  const missing = missingIn(clauses.filter(mustBeKnown), space.endsOfTest);
  return { fold, result: { scheme, clauses: columns, verdicts, missing } satisfies BulkScheme };
}

function asksJudgement(node: RuleNode): boolean {
  return node.kind === 'discretion' || partsOf(node).some(asksJudgement);
}

/** The column of ends of a rule; what must be worked out from other columns is added to the steps. */
function planNode(node: RuleNode, space: Room): Ends {
  if (node.kind === 'fact') return space.endsOfTest.get(node)!;
  const planned = space.planned.get(node);
  if (planned) return planned;
  const out = new Uint8Array(space.room);
  space.planned.set(node, out);
  const { steps } = space;
  if (node.kind === 'discretion') return out.fill(JUDGEMENT);
  if (node.kind === 'not') {
    const child = planNode(node.child, space);
    const swap = Uint8Array.from({ length: 8 }, (_, ends) => opposite(ends));
    steps.push((rows) => {
      for (let row = 0; row < rows; row += 1) out[row] = swap[child[row]!]!;
    });
    return out;
  }
  const parts = node.children.map((part) => planNode(part, space));
  if (!asksJudgement(node)) {
    steps.push((rows) => foldFacts(parts, out, { as: node.kind, rows }));
    return out;
  }
  const [table, none] = node.kind === 'allOf' ? ([ALL_OF, MET] as const) : ([ANY_OF, NOT_MET] as const);
  steps.push((rows) => {
    out.fill(none, 0, rows);
    for (const part of parts) combineInto(table, out, { with: part, rows });
  });
  return out;
}

function combineInto(table: Uint8Array, out: Ends, { with: other, rows }: { with: Ends; rows: number }): void {
  for (let row = 0; row < rows; row += 1) out[row] = table[out[row]! * 8 + other[row]!]!;
}

const MET_IN_EACH_BYTE = 0x01010101 * MET;
const NOT_MET_IN_EACH_BYTE = 0x01010101 * NOT_MET;

interface Fold {
  readonly as: 'allOf' | 'anyOf';
  readonly rows: number;
}

/**
 * All or any of several columns that never ask a person. Of all, met is possible where it is in every one, and not met
 * where it is in any; of any it is the other way about. Four rows to a word.
 */
function foldFacts(columns: readonly Ends[], out: Ends, { as, rows }: Fold): void {
  const words = Math.ceil(rows / 4);
  const into = wordsOf(out);
  const all = columns.map(wordsOf);
  const [inEvery, inSome] =
    as === 'allOf' ? [MET_IN_EACH_BYTE, NOT_MET_IN_EACH_BYTE] : [NOT_MET_IN_EACH_BYTE, MET_IN_EACH_BYTE];
  for (let word = 0; word < words; word += 1) {
    let every = -1;
    let some = 0;
    for (let index = 0; index < all.length; index += 1) {
      const ends = all[index]![word]!;
      every &= ends;
      some |= ends;
    }
    into[word] = (every & inEvery) | (some & inSome);
  }
}

/** Takes out of `out` the rows in which a column is certainly not met; what is not known changes nothing. */
function foldKnown(columns: readonly Ends[], out: Ends, rows: number): void {
  if (columns.length === 0) return;
  const words = Math.ceil(rows / 4);
  const into = wordsOf(out);
  const all = columns.map(wordsOf);
  for (let word = 0; word < words; word += 1) {
    let ruledOut = 0;
    for (let index = 0; index < all.length; index += 1) {
      const ends = all[index]![word]!;
      // Not met is bit 2; where it may be met (1) or judged (4) it is not certain.
      ruledOut |= ends & ~(ends << 1) & ~(ends >>> 1) & NOT_MET_IN_EACH_BYTE;
    }
    into[word] = (into[word]! & ~(ruledOut >>> 1)) | ruledOut;
  }
}

function wordsOf(ends: Ends): Int32Array {
  return new Int32Array(ends.buffer, ends.byteOffset, ends.length / 4);
}

/** More tests than this do not fit the key under which a row's missing facts are stored. */
const TESTS_IN_A_KEY = 26;

/**
 * The missing facts of a row turn only on what its tests come to. Each pattern is worked out once and kept: there are
 * few, however many people.
 */
function missingIn(clauses: readonly CompiledClause[], endsOfTest: ReadonlyMap<RuleNode, Ends>) {
  const columns = clauses.flatMap(({ node }) => factTestsIn(node)).map((test) => endsOfTest.get(test)!);
  const workedOut = new Map<number, readonly FactId[]>();
  const work = (row: number): readonly FactId[] => missingFacts(clauses, endsInRow(endsOfTest, row));
  return (row: number): readonly FactId[] => {
    if (columns.length > TESTS_IN_A_KEY) return work(row);
    let key = 0;
    for (const ends of columns) key = key * 4 + ends[row]!;
    let missing = workedOut.get(key);
    if (!missing) workedOut.set(key, (missing = work(row)));
    return missing;
  };
}

function endsInRow(endsOfTest: ReadonlyMap<RuleNode, Ends>, row: number): EndsOf {
  const endsOf: EndsOf = (node) => {
    if (node.kind === 'fact') return endsOfTest.get(node)![row]!;
    if (node.kind === 'discretion') return JUDGEMENT;
    if (node.kind === 'not') return opposite(endsOf(node.child));
    const [table, none] = node.kind === 'allOf' ? ([ALL_OF, MET] as const) : ([ANY_OF, NOT_MET] as const);
    return node.children.reduce<number>((ends, part) => table[ends * 8 + endsOf(part)]!, none);
  };
  return endsOf;
}

/** The verdict of one row, in words. */
export function bulkVerdict(scheme: BulkScheme, row: number): Verdict {
  return verdictOf(scheme.verdicts[row]!);
}

/** The results of every clause for one row, in words. */
export function bulkResults(scheme: BulkScheme, row: number): ClauseResult[] {
  return scheme.clauses.map(({ ends }) => resultOf(ends[row]!));
}
