import type { DocumentPath, Draft } from '../../../documents/index.ts';
import type { DiscretionRule, FactId, FactRule, Rule } from '../../../eligibility/index.ts';

/** A test or a judgement within a rule, and the way to it. */
export interface RulePart {
  readonly rule: Draft<FactRule | DiscretionRule>;
  readonly path: DocumentPath;
}

/** The tests and judgements of a rule, to any depth, in the order written. Parts that are absent are passed over. */
export function rulePartsIn(rule: Draft<Rule> | undefined, path: DocumentPath): RulePart[] {
  if (rule === undefined) return [];
  const inAll = (parts: readonly (Draft<Rule> | undefined)[] | undefined, key: string) =>
    (parts ?? []).flatMap((part, index) => rulePartsIn(part, [...path, key, index]));
  if ('allOf' in rule) return inAll(rule.allOf, 'allOf');
  if ('anyOf' in rule) return inAll(rule.anyOf, 'anyOf');
  if ('not' in rule) return rulePartsIn(rule.not, [...path, 'not']);
  return isPart(rule) ? [{ rule, path }] : [];
}

function isPart(rule: Draft<Rule>): rule is Draft<FactRule | DiscretionRule> {
  return !('allOf' in rule || 'anyOf' in rule || 'not' in rule);
}

/** The facts that a rule reads, each once. */
export function factsIn(rule: Rule): FactId[] {
  return [...new Set(factRulesIn(rule).map(({ fact }) => fact))];
}

/** The tests of facts in a whole rule. */
export function factRulesIn(rule: Rule): FactRule[] {
  if ('allOf' in rule) return rule.allOf.flatMap(factRulesIn);
  if ('anyOf' in rule) return rule.anyOf.flatMap(factRulesIn);
  if ('not' in rule) return factRulesIn(rule.not);
  return 'fact' in rule ? [rule] : [];
}
