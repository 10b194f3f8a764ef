import { factTestsIn, partsOf, type FactTest, type RuleNode } from '../compile-rule.ts';
import { resultOf, type ClauseResult, type CompiledClause } from '../compile-scheme.ts';
import { mustBeKnown, verdictOf, type Verdict } from '../decide.ts';
import { missingFacts } from '../missing-facts.ts';
import { ALL_OF, ANY_OF, JUDGEMENT, MET, NOT_MET, opposite } from '../possible.ts';
import type { FactId } from '../fact-id.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { columnName, namedBits } from './columns.ts';
import { BulkTable } from './table.ts';
import { choiceLoop, numberLoop, type TestLoop } from './test-loops.ts';

/** The ends of each row: of one test, one clause or one verdict. Words for them: `verdictOf`, `resultOf`. */
export type Ends = Uint8Array;

/** What became of one list of clauses over a table. The arrays are written anew by the next `decide`. */
export interface BulkAnswers {
  readonly clauses: readonly { readonly id: string; readonly ends: Ends }[];
  readonly verdicts: Ends;
  /** The facts that could still change this row's verdict, as `Decision.missing`. */
  readonly missing: (row: number) => readonly FactId[];
}

/**
 * Many people by many lists of clauses: clause by clause down the columns, no words made. A list is what is in force for
 * one scheme (`clausesOn`), on whatever days. Gives each row the verdict and the result of every clause that `decide`
 * would give it. What several lists ask is worked out once.
 */
export class BulkDecider {
  readonly table: BulkTable;
  /** In the order of the lists. */
  readonly answers: readonly BulkAnswers[];
  readonly #loops: readonly (readonly [TestLoop, Ends])[];
  readonly #steps: readonly Step[];
  readonly #folds: readonly ((rows: number) => void)[];

  /** `rows`: the most rows the table holds. All clauses must be compiled against the vocabulary. */
  constructor(vocabulary: Vocabulary, lists: readonly (readonly CompiledClause[])[], rows: number) {
    const room = Math.ceil(rows / 4) * 4;
    const nodes = new Set(lists.flat().map(({ node }) => node));
    const questions = Map.groupBy(new Set([...nodes].flatMap(factTestsIn)), questionOf);
    const asked = [...questions.values()].flatMap(([first]) => first ?? []);
    this.table = new BulkTable(vocabulary, asked, room);
    const shared = shareTests(this.table, questions, room);
    this.#loops = shared.loops;
    const space: Room = { columns: shared.columns, room, steps: [] };
    const plans = lists.map((clauses) => planList(clauses, space));
    this.#steps = space.steps;
    this.answers = plans.map(({ answers }) => answers);
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
function shareTests(table: BulkTable, questions: ReadonlyMap<string, readonly FactTest[]>, room: number) {
  const columns = new Map<RuleNode, Ends>();
  const loops: (readonly [TestLoop, Ends])[] = [];
  for (const tests of questions.values()) {
    const [asked] = tests;
    if (asked === undefined) continue;
    const column = table.columns.get(columnName(asked.fact, asked.members))!;
    let ends = column.kind === 'set' ? column.ends.get(asked) : undefined;
    if (!ends) loops.push([loopOf(asked, table), (ends = new Uint8Array(room))]);
    for (const test of tests) columns.set(test, ends);
  }
  return { loops, columns };
}

/** The same for tests that ask the same of the same fact. JSON has no infinity: the ends of spans are written as text. */
function questionOf({ fact, members, accepts }: FactTest): string {
  if (accepts.kind === 'spans') return JSON.stringify([fact, members, accepts.except, accepts.spans.join(';')]);
  if (accepts.kind === 'values') return JSON.stringify([fact, accepts.except, [...accepts.values]]);
  return JSON.stringify([fact, accepts.demand, [...accepts.members]]);
}

function loopOf({ fact, members, accepts }: FactTest, table: BulkTable): TestLoop {
  const column = table.columns.get(columnName(fact, members))!;
  if (column.kind === 'number' && accepts.kind === 'spans') return numberLoop(column, accepts.spans, accepts.except);
  if (column.kind === 'choice' && accepts.kind === 'values')
    return choiceLoop(column, namedBits(column, accepts.values), accepts.except);
  throw new Error(`No loop for a test of ${fact}`);
}

interface Room {
  readonly room: number;
  /** The column of each test, and of each rule planned so far: the law that many schemes rest on is worked out once. */
  readonly columns: Map<RuleNode, Ends>;
  readonly steps: Step[];
}

type Step = (rows: number) => void;

function planList(clauses: readonly CompiledClause[], space: Room) {
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
  const missing = missingIn(clauses.filter(mustBeKnown), space);
  return { fold, answers: { clauses: columns, verdicts, missing } satisfies BulkAnswers };
}

function asksJudgement(node: RuleNode): boolean {
  return node.kind === 'discretion' || partsOf(node).some(asksJudgement);
}

/** The column of ends of a rule; what must be worked out from other columns is added to the steps. */
function planNode(node: RuleNode, space: Room): Ends {
  const planned = space.columns.get(node);
  if (planned) return planned;
  const out = new Uint8Array(space.room);
  space.columns.set(node, out);
  const { steps } = space;
  if (node.kind === 'discretion') return out.fill(JUDGEMENT);
  if (node.kind === 'fact') throw new Error(`A test of ${node.fact} was not planned`);
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

/** What a test comes to takes two bits; so many fit into one character of a text. */
const TESTS_IN_A_CHARACTER = 8;

/**
 * The missing facts of a row turn only on what its tests come to. Each pattern is worked out once and kept: there are
 * few, however many people.
 */
function missingIn(clauses: readonly CompiledClause[], { columns }: Room) {
  const tests = [...new Set(clauses.flatMap(({ node }) => factTestsIn(node)).map((test) => columns.get(test)!))];
  const workedOut = new Map<string, readonly FactId[]>();
  return (row: number): readonly FactId[] => {
    const pattern = patternIn(tests, row);
    let missing = workedOut.get(pattern);
    if (!missing) workedOut.set(pattern, (missing = missingFacts(clauses, (node) => columns.get(node)![row]!)));
    return missing;
  };
}

function patternIn(tests: readonly Ends[], row: number): string {
  let pattern = '';
  let character = 0;
  for (let index = 0; index < tests.length; index += 1) {
    character = character * 4 + tests[index]![row]!;
    if (index % TESTS_IN_A_CHARACTER !== TESTS_IN_A_CHARACTER - 1) continue;
    pattern += String.fromCharCode(character);
    character = 0;
  }
  return pattern + String.fromCharCode(character);
}

/** The verdict of one row, in words. */
export function bulkVerdict({ verdicts }: BulkAnswers, row: number): Verdict {
  return verdictOf(verdicts[row]!);
}

/** The results of every clause for one row, in words. */
export function bulkResults({ clauses }: BulkAnswers, row: number): ClauseResult[] {
  return clauses.map(({ ends }) => resultOf(ends[row]!));
}
