import {
  compileRule,
  MET,
  type FactValue,
  type Rule,
  type RuleNode,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import { pointsOf } from './points-of-fact.ts';

type FactTest = Extract<RuleNode, { kind: 'fact' }>;

/** A rule with every "not" moved down to the tests. What only a person can judge may fall either way. */
type Demand =
  | { readonly kind: 'test'; readonly test: FactTest; readonly met: boolean }
  | { readonly kind: 'every' | 'some'; readonly parts: readonly Demand[] }
  | { readonly kind: 'free' };

/** For each fact (or amount of a substance) the points that are still possible, by position. */
type Possible = ReadonlyMap<string, readonly number[]>;

interface Search {
  readonly vocabulary: Vocabulary;
  readonly points: ReadonlyMap<string, readonly FactValue[]>;
  steps: number;
}

/** Enough for any document a person writes; beyond it the answer is the safe one. */
const MOST_STEPS = 50_000;

/**
 * Could one person meet all of these rules at once?
 *
 * The question is put to the engine itself. A rule can only tell apart a few values of each fact: the ends of its
 * spans and their neighbours, the values it names and one that it does not. Every test is asked about each of those
 * points, and a search looks for one point of each fact that satisfies all rules together. So a "no" is certain. A
 * judgement counts as one that may fall either way. Where the search would be too long the answer is yes: a false
 * alarm would be worse than none.
 */
export function canAllBeMet(vocabulary: Vocabulary, rules: readonly Rule[]): boolean {
  const demands = rules.map((rule) => demandOf(compileRule(vocabulary, rule), true));
  const points = pointsByFact(vocabulary, demands.flatMap(testsIn));
  if (points === null) return true;
  const every = new Map([...points].map(([key, values]) => [key, values.map((_, index) => index)]));
  return isPossible({ vocabulary, points, steps: 0 }, demands, every);
}

function demandOf(node: RuleNode, met: boolean): Demand {
  if (node.kind === 'fact') return { kind: 'test', test: node, met };
  if (node.kind === 'discretion') return { kind: 'free' };
  if (node.kind === 'not') return demandOf(node.child, !met);
  const parts = node.children.map((child) => demandOf(child, met));
  return { kind: (node.kind === 'allOf') === met ? 'every' : 'some', parts };
}

/** Settles single tests first, since each narrows what is possible, and tries alternatives last. */
function isPossible(search: Search, demands: readonly Demand[], possible: Possible): boolean {
  search.steps += 1;
  if (search.steps > MOST_STEPS) return true;
  const left = new Map(possible);
  const alternatives: (Demand & { readonly kind: 'some' | 'every' })[] = [];
  const queue = [...demands];
  for (let demand = queue.pop(); demand !== undefined; demand = queue.pop()) {
    if (demand.kind === 'test') {
      const { test, met } = demand;
      const remaining = (left.get(keyOf(test)) ?? []).filter((index) => isMetAt(search, test, index) === met);
      if (remaining.length === 0) return false;
      left.set(keyOf(test), remaining);
    } else if (demand.kind === 'every') queue.push(...demand.parts);
    else if (demand.kind === 'some') alternatives.push(demand);
  }
  const [first, ...others] = alternatives;
  return first === undefined || first.parts.some((part) => isPossible(search, [part, ...others], left));
}

/** Asks the engine what a test comes to where its fact has one of the points and nothing else is known. */
function isMetAt({ vocabulary, points }: Search, test: FactTest, index: number): boolean {
  const slots = new Array<FactValue | undefined>(vocabulary.facts.length).fill(undefined);
  slots[test.slot] = points.get(keyOf(test))?.[index];
  return test.possible(slots) === MET;
}

/** Null where a fact has too many points to try. */
function pointsByFact(vocabulary: Vocabulary, tests: readonly FactTest[]): Map<string, readonly FactValue[]> | null {
  const points = new Map<string, readonly FactValue[]>();
  for (const [key, group] of Map.groupBy(tests, keyOf)) {
    const fact = vocabulary.facts[group[0]?.slot ?? -1];
    const values = fact === undefined ? null : pointsOf(fact, group);
    if (values === null) return null;
    points.set(key, values);
  }
  return points;
}

function testsIn(demand: Demand): FactTest[] {
  if (demand.kind === 'test') return [demand.test];
  return demand.kind === 'free' ? [] : demand.parts.flatMap(testsIn);
}

/** Amounts of different substances are known apart; a sum is taken as one more amount. */
function keyOf({ fact, members }: FactTest): string {
  return members.length === 0 ? fact : `${fact} of ${members.join(' and ')}`;
}
