import { acceptanceOf, type Acceptance } from './acceptance.ts';
import type { FactValue } from './facts.ts';
import { ALL_OF, ANY_OF, JUDGEMENT, MET, NOT_MET, opposite, type Possible } from './possible.ts';
import { possibleOfFact } from './possible-of-fact.ts';
import { membersRead, type FactRule, type Judge, type Rule } from './rule.ts';
import type { FactId } from './fact-id.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is known, by slot of the vocabulary. */
export type Slots = readonly (FactValue | undefined)[];

/** A rule made ready once: every part answers what it may come to. */
export type RuleNode = { readonly possible: (slots: Slots) => Possible } & (
  | {
      readonly kind: 'fact';
      readonly fact: FactId;
      readonly slot: number;
      readonly accepts: Acceptance;
      /** The members of a fact of amounts that are added up; none where the fact itself is read. */
      readonly members: readonly string[];
    }
  | { readonly kind: 'discretion'; readonly question: string; readonly by: Judge }
  | { readonly kind: 'allOf' | 'anyOf'; readonly children: readonly RuleNode[] }
  | { readonly kind: 'not'; readonly child: RuleNode }
);

export type FactTest = Extract<RuleNode, { readonly kind: 'fact' }>;

/** Makes a rule ready. Throws where it names no fact of the vocabulary or does not fit it: documents are checked first. */
export function compileRule(vocabulary: Vocabulary, rule: Rule): RuleNode {
  if ('allOf' in rule)
    return combination(
      'allOf',
      rule.allOf.map((part) => compileRule(vocabulary, part)),
    );
  if ('anyOf' in rule)
    return combination(
      'anyOf',
      rule.anyOf.map((part) => compileRule(vocabulary, part)),
    );
  if ('not' in rule) {
    const child = compileRule(vocabulary, rule.not);
    return { kind: 'not', child, possible: (slots) => opposite(child.possible(slots)) };
  }
  if ('discretion' in rule) {
    return { kind: 'discretion', question: rule.discretion, by: rule.by, possible: () => JUDGEMENT };
  }
  return factTest(vocabulary, rule);
}

function factTest(vocabulary: Vocabulary, rule: FactRule): RuleNode {
  const fact = vocabulary.byId.get(rule.fact);
  if (!fact) throw new Error(`There is no fact "${rule.fact}"`);
  const accepts = acceptanceOf(rule, fact.type);
  const { slot } = fact;
  const members = membersRead(rule);
  const ends = possibleOfFact(accepts, fact.type, members);
  return { kind: 'fact', fact: fact.id, slot, accepts, members, possible: (slots) => ends(slots[slot]) };
}

function combination(kind: 'allOf' | 'anyOf', children: readonly RuleNode[]): RuleNode {
  const table = kind === 'allOf' ? ALL_OF : ANY_OF;
  // Of no parts, `allOf` is met and `anyOf` is not.
  const none = kind === 'allOf' ? MET : NOT_MET;
  const possible = (slots: Slots): Possible => {
    let result = none;
    for (const child of children) result = table[result * 8 + child.possible(slots)]!;
    return result;
  };
  return { kind, children, possible };
}

/** Every test of a fact in a rule, in the order it is read. */
export function factTestsIn(node: RuleNode): FactTest[] {
  if (node.kind === 'fact') return [node];
  return partsOf(node).flatMap(factTestsIn);
}

/** The rules that a rule is made of; none for a test of a fact or a judgement. */
export function partsOf(node: RuleNode): readonly RuleNode[] {
  if (node.kind === 'not') return [node.child];
  return 'children' in node ? node.children : [];
}

/** The facts a rule reads, each once, in the order it reads them. */
export function factsReadBy(node: RuleNode): FactId[] {
  return [...new Set(factTestsIn(node).map(({ fact }) => fact))];
}
