import type { RuleNode } from './compile-rule.ts';
import type { CompiledClause } from './compile-scheme.ts';
import {
  ALL_OF,
  ANY_OF,
  FACT_MOVE,
  isSettled,
  MET,
  MOVES,
  movesThrough,
  movesThroughNot,
  NOT_MET,
  type Possible,
} from './possible.ts';
import type { FactId } from './fact-id.ts';

/**
 * The facts that could still change the verdict: not known, or known only as a range or a choice, where some value
 * of everything else that is not known lets this one fact move the verdict from one end to another.
 * Walks down from the verdict with the moves that would show there; a part passes on those its siblings let through.
 */
export function missingFacts(clauses: readonly CompiledClause[], endsOf: EndsOf): FactId[] {
  const found = new Set<FactId>();
  collectFromParts(
    'allOf',
    clauses.map(({ node }) => node),
    { endsOf, moves: MOVES, found },
  );
  return [...found];
}

/** What a part of a rule may come to, for the person at hand. */
export type EndsOf = (node: RuleNode) => Possible;

interface Search {
  readonly endsOf: EndsOf;
  /** The moves of this part that show in the verdict. */
  readonly moves: number;
  readonly found: Set<FactId>;
}

function collect(node: RuleNode, search: Search): void {
  const { endsOf, moves, found } = search;
  if (moves === 0 || isSettled(endsOf(node))) return;
  if (node.kind === 'fact') {
    if (moves & FACT_MOVE) found.add(node.fact);
  } else if (node.kind === 'not') {
    collect(node.child, { ...search, moves: movesThroughNot(moves) });
  } else if (node.kind !== 'discretion') {
    collectFromParts(node.kind, node.children, search);
  }
}

function collectFromParts(kind: 'allOf' | 'anyOf', parts: readonly RuleNode[], search: Search): void {
  const ends = parts.map(search.endsOf);
  const before = runningEnds(kind, ends);
  const after = runningEnds(kind, ends.toReversed()).toReversed();
  const table = kind === 'allOf' ? ALL_OF : ANY_OF;
  parts.forEach((part, index) => {
    const rest = table[before[index]! * 8 + after[index + 1]!]!;
    collect(part, { ...search, moves: movesThrough(kind, search.moves, rest) });
  });
}

/** What the first 0, 1, 2, … parts come to together. */
function runningEnds(kind: 'allOf' | 'anyOf', ends: readonly Possible[]): Possible[] {
  const table = kind === 'allOf' ? ALL_OF : ANY_OF;
  const running: Possible[] = [kind === 'allOf' ? MET : NOT_MET];
  for (const possible of ends) running.push(table[running.at(-1)! * 8 + possible]!);
  return running;
}
