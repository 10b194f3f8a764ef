import type { Choice, FactRule, Rule, Vocabulary } from '../../../eligibility/index.ts';
import { readBy } from './settled-by-facts.ts';

/** A value that a rule names among those that it lets in, as the rule that somebody has exactly it. */
export interface NamedValue {
  readonly read: string;
  readonly rule: Rule;
}

/** The values that a rule names (is, in, includes, the ends of between) where meeting the test helps to meet the rule. */
export function valuesNamed(vocabulary: Vocabulary, rule: Rule, helps = true): NamedValue[] {
  if ('allOf' in rule) return rule.allOf.flatMap((part) => valuesNamed(vocabulary, part, helps));
  if ('anyOf' in rule) return rule.anyOf.flatMap((part) => valuesNamed(vocabulary, part, helps));
  if ('not' in rule) return valuesNamed(vocabulary, rule.not, !helps);
  if (!('fact' in rule)) return [];
  const isSet = vocabulary.byId.get(rule.fact)?.type.kind === 'set';
  return exactly(rule, isSet, helps).map((named) => ({ read: readBy(rule), rule: named }));
}

function exactly(test: FactRule, isSet: boolean, helps: boolean): Rule[] {
  if ('includes' in test) return helps ? [only(test.fact, test.includes)] : [];
  if ('between' in test) return helps ? test.between.map((end): Rule => ({ ...test, between: [end, end] })) : [];
  return valuesIn(test, helps).map((value) =>
    isSet ? only(test.fact, String(value)) : { fact: test.fact, is: value },
  );
}

function valuesIn(test: FactRule, helps: boolean): readonly (Choice | number)[] {
  if (helps) return 'is' in test ? [test.is] : 'in' in test ? test.in : [];
  return 'isNot' in test ? [test.isNot] : 'notIn' in test ? test.notIn : [];
}

/** A set of this member and no other. */
function only(fact: string, member: string): Rule {
  return {
    allOf: [
      { fact, includes: member },
      { fact, in: [member] },
    ],
  };
}
