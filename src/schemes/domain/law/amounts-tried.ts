import {
  compileRule,
  knownAmounts,
  MET,
  membersRead,
  type FactDefinition,
  type FactRule,
  type FactValue,
  type Rule,
  type Vocabulary,
} from '../../../eligibility/index.ts';
import type { Person } from '../checks/facts-go-together.ts';
import { factRulesIn } from '../checks/rule-parts.ts';
import { readBy } from './settled-by-facts.ts';

/**
 * Amounts by which a scheme and the law can be told apart where they add up differently: the law two drugs together, the
 * scheme each by itself. Tried are one drug alone and two together, of those that both read, none of the others.
 */
export function amountsTried({ byId }: Vocabulary, own: Rule, law: Rule): readonly Person[] {
  const reads = new Set(factRulesIn(own).map(readBy));
  const facts = new Set(factRulesIn(law).flatMap((test) => (reads.has(readBy(test)) ? [] : [test.fact])));
  return [...facts]
    .filter((fact) => byId.get(fact)?.type.kind === 'amounts')
    .flatMap((fact) => amountsOf(fact, own, law));
}

function amountsOf(fact: string, own: Rule, law: Rule): Person[] {
  const ownTests = factRulesIn(own).filter((test) => test.fact === fact);
  const lawTests = factRulesIn(law).filter((test) => test.fact === fact);
  const ofLaw = lawTests.flatMap(membersRead);
  const members = [...new Set([...ownTests.flatMap(membersRead), ...ofLaw])];
  const both = [...new Set(ownTests.flatMap(membersRead))].filter((member) => ofLaw.includes(member));
  const none = Object.fromEntries(members.map((member) => [member, 0]));
  const some = numbersBetween([...ownTests, ...lawTests].flatMap(numbersIn));
  const alone = both.flatMap((one) => some.map((amount) => ({ [one]: amount })));
  const pairs = both.flatMap((one, index) =>
    both
      .slice(index + 1)
      .flatMap((two) => some.flatMap((first) => some.map((second) => ({ [one]: first, [two]: second })))),
  );
  return [...alone, ...pairs].map((amounts) => ({ [fact]: { ...none, ...amounts } }));
}

/** The numbers that a test names. */
function numbersIn(test: FactRule): number[] {
  const { fact: _, forSubstance: __, forSubstances: ___, forScheme: ____, ...form } = test;
  return Object.values(form)
    .flat()
    .filter((value) => typeof value === 'number');
}

/** The numbers, what is between each two, and something beyond the last. */
function numbersBetween(numbers: readonly number[]): number[] {
  const ends = [...new Set([0, ...numbers])].toSorted((a, b) => a - b);
  const between = ends.slice(1).map((end, index) => (end + (ends[index] ?? end)) / 2);
  return [...ends, ...between, (ends.at(-1) ?? 0) + 1].filter((amount) => amount > 0);
}

/** The rule for somebody of whom these amounts are known: what they settle stands as settled. */
export function withAmounts(vocabulary: Vocabulary, rule: Rule, person: Person): Rule {
  if ('allOf' in rule) return { allOf: rule.allOf.map((part) => withAmounts(vocabulary, part, person)) };
  if ('anyOf' in rule) return { anyOf: rule.anyOf.map((part) => withAmounts(vocabulary, part, person)) };
  if ('not' in rule) return { not: withAmounts(vocabulary, rule.not, person) };
  const fact = 'fact' in rule ? vocabulary.byId.get(rule.fact) : undefined;
  const value = fact && person[fact.id];
  if (fact === undefined || value === undefined) return rule;
  return isMetBy(vocabulary, rule, { fact, value }) ? { allOf: [] } : { anyOf: [] };
}

function isMetBy(
  vocabulary: Vocabulary,
  rule: Rule,
  { fact, value }: { readonly fact: FactDefinition; readonly value: FactValue },
): boolean {
  const slots = new Array<FactValue | undefined>(vocabulary.facts.length).fill(undefined);
  slots[fact.slot] = value;
  return compileRule(vocabulary, rule).possible(slots) === MET;
}

/** That what weighs something was found, where a rule reads what was. */
export function foundWith({ byId }: Vocabulary, person: Person, rules: readonly Rule[]): Rule[] {
  const read = new Set(rules.flatMap(factRulesIn).map(({ fact }) => fact));
  return Object.entries(person).flatMap(([fact, value]) => {
    const set = byId.get(fact)?.bounds?.noneUnlessIn;
    if (set === undefined || !read.has(set)) return [];
    const heavy = Object.entries(knownAmounts(value) ?? {}).filter(([, amount]) => amount !== 0);
    return heavy.map(([member]): Rule => ({ fact: set, includes: member }));
  });
}

/** Whether a rule in which nothing is left to be known is met. */
export function isMet(rule: Rule): boolean {
  if ('allOf' in rule) return rule.allOf.every(isMet);
  if ('anyOf' in rule) return rule.anyOf.some(isMet);
  return 'not' in rule && !isMet(rule.not);
}
