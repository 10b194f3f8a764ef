import {
  compileRule,
  MET,
  type FactDefinition,
  type FactValue,
  type Rule,
  type RuleNode,
  knownAmounts,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import { factsGoTogether, tiedFacts, type Person } from './facts-go-together.ts';
import { pointsOf, type Points } from './points-of-fact.ts';

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
  /** The fact of each key of `points`, those that others say something of first. */
  readonly keys: readonly (readonly [key: string, fact: FactDefinition])[];
  readonly tied: readonly FactDefinition[];
  steps: number;
  /** Whether somebody may have been passed over: points left out, or left and not going together, where others might. */
  isOpen: boolean;
}

/** Somebody who meets the rules; that there is certainly nobody; or neither, where the search would be too long. */
export type Found = { readonly person: Person } | 'nobody' | 'not-settled';

export function isSomebody(found: Found): found is { readonly person: Person } {
  return typeof found === 'object';
}

/** Enough for any document a person writes; beyond it the answer is the safe one. */
const MOST_STEPS = 50_000;

/**
 * One person who meets all of these rules at once, with a value for each fact that they read.
 *
 * The question is put to the engine itself. A rule can only tell apart a few values of each fact: the ends of its
 * spans and their neighbours, the values it names and one that it does not. Every test is asked about each of those
 * points, and a search looks for one point of each fact that satisfies all rules together. So "nobody" is certain. A
 * judgement counts as one that may fall either way.
 */
export function findPerson(vocabulary: Vocabulary, rules: readonly Rule[]): Found {
  const demands = rules.map((rule) => demandOf(compileRule(vocabulary, rule), true));
  const points = pointsByFact(vocabulary, demands.flatMap(testsIn));
  const every = new Map([...points].map(([key, { values }]) => [key, values.map((_, index) => index)]));
  const search = searchAmong(vocabulary, points);
  const person = personMeeting(search, demands, every);
  if (person !== null) return { person };
  return search.isOpen || search.steps > MOST_STEPS ? 'not-settled' : 'nobody';
}

function searchAmong(vocabulary: Vocabulary, points: ReadonlyMap<string, PointsOfFact>): Search {
  const tied = tiedFacts(vocabulary.facts);
  const keys = [...points].map(([key, { fact }]) => [key, fact] as const);
  return {
    vocabulary,
    points: new Map([...points].map(([key, { values }]) => [key, values])),
    keys: keys.toSorted(([, a], [, b]) => Number(isTied(b, tied)) - Number(isTied(a, tied))),
    tied,
    steps: 0,
    isOpen: [...points.values()].some(({ areAll }) => !areAll),
  };
}

function isTied(fact: FactDefinition, tied: readonly FactDefinition[]): boolean {
  return tied.includes(fact) || tied.some((other) => factsNamedBy(other).includes(fact.id));
}

function factsNamedBy({ bounds: { notBelow, notAbove, noneUnlessIn } = {}, onlyIf }: FactDefinition): string[] {
  return [notBelow, notAbove, noneUnlessIn, onlyIf].filter((fact) => fact !== undefined);
}

function demandOf(node: RuleNode, met: boolean): Demand {
  if (node.kind === 'fact') return { kind: 'test', test: node, met };
  if (node.kind === 'discretion') return { kind: 'free' };
  if (node.kind === 'not') return demandOf(node.child, !met);
  const parts = node.children.map((child) => demandOf(child, met));
  return { kind: (node.kind === 'allOf') === met ? 'every' : 'some', parts };
}

/** Settles single tests first, since each narrows what is possible, and tries alternatives last. */
function personMeeting(search: Search, demands: readonly Demand[], possible: Possible): Person | null {
  search.steps += 1;
  if (search.steps > MOST_STEPS) return null;
  const left = new Map(possible);
  const alternatives: (Demand & { readonly kind: 'some' | 'every' })[] = [];
  const queue = [...demands];
  for (let demand = queue.pop(); demand !== undefined; demand = queue.pop()) {
    if (demand.kind === 'test') {
      const { test, met } = demand;
      const remaining = (left.get(keyOf(test)) ?? []).filter((index) => isMetAt(search, test, index) === met);
      if (remaining.length === 0) return null;
      left.set(keyOf(test), remaining);
    } else if (demand.kind === 'every') queue.push(...demand.parts);
    else if (demand.kind === 'some') alternatives.push(demand);
  }
  const [first, ...others] = alternatives;
  if (first === undefined) return personAmong(search, left);
  for (const part of first.parts) {
    const person = personMeeting(search, [part, ...others], left);
    if (person !== null || search.steps > MOST_STEPS) return person;
  }
  return null;
}

/** One of the points left for each fact, such that all go together. */
function personAmong(search: Search, left: Possible): Person | null {
  const chosen = (at: number, person: Person): Person | null => {
    const [key, fact] = search.keys[at] ?? [];
    if (key === undefined || fact === undefined) return person;
    for (const index of left.get(key) ?? []) {
      search.steps += 1;
      if (search.steps > MOST_STEPS) return null;
      const next = withValue(person, fact, search.points.get(key)?.[index]);
      const whole = next !== null && factsGoTogether(search.tied, next) ? chosen(at + 1, next) : null;
      if (whole !== null) return whole;
    }
    return null;
  };
  const person = chosen(0, {});
  if (person === null) search.isOpen = true;
  return person;
}

/** Null where the person has another amount of the same already. */
function withValue(person: Person, { id, type }: FactDefinition, value: FactValue | undefined): Person | null {
  if (value === undefined) return null;
  if (type.kind !== 'amounts') return { ...person, [id]: value };
  const known = knownAmounts(person[id]) ?? {};
  const further = knownAmounts(value) ?? {};
  const differ = Object.entries(further).some(([member, amount]) => (known[member] ?? amount) !== amount);
  return differ ? null : { ...person, [id]: { ...known, ...further } };
}

/** Asks the engine what a test comes to where its fact has one of the points and nothing else is known. */
function isMetAt({ vocabulary, points }: Search, test: FactTest, index: number): boolean {
  const slots = new Array<FactValue | undefined>(vocabulary.facts.length).fill(undefined);
  slots[test.slot] = points.get(keyOf(test))?.[index];
  return test.possible(slots) === MET;
}

interface PointsOfFact extends Points {
  readonly fact: FactDefinition;
}

function pointsByFact(vocabulary: Vocabulary, tests: readonly FactTest[]): Map<string, PointsOfFact> {
  const points = new Map<string, PointsOfFact>();
  for (const [key, group] of Map.groupBy(tests, keyOf)) {
    const fact = vocabulary.facts[group[0]?.slot ?? -1];
    if (fact === undefined) continue;
    points.set(key, { fact, ...pointsOf(fact, [...group, ...testsBeside(vocabulary, fact, tests)]) });
  }
  return points;
}

/** The tests of numbers that this one is never below or above: where they tell, it may have to. */
function testsBeside({ byId }: Vocabulary, fact: FactDefinition, tests: readonly FactTest[]): FactTest[] {
  if (fact.type.kind !== 'number') return [];
  return tests.filter((test) => {
    const other = byId.get(test.fact);
    if (other?.type.kind !== 'number' || other === fact) return false;
    return factsNamedBy(other).includes(fact.id) || factsNamedBy(fact).includes(other.id);
  });
}

function testsIn(demand: Demand): FactTest[] {
  if (demand.kind === 'test') return [demand.test];
  return demand.kind === 'free' ? [] : demand.parts.flatMap(testsIn);
}

/** Amounts of different substances are known apart; a sum is taken as one more amount. */
function keyOf({ fact, members }: FactTest): string {
  return members.length === 0 ? fact : `${fact} of ${members.join(' and ')}`;
}
