import type { Rule } from '../../src/eligibility/rule.ts';

/** Each fact that a rule tests, with each value that it names. */
export function factsReadIn(rule: Rule): readonly { readonly fact: string; readonly value: unknown }[] {
  if ('allOf' in rule) return rule.allOf.flatMap(factsReadIn);
  if ('anyOf' in rule) return rule.anyOf.flatMap(factsReadIn);
  if ('not' in rule) return factsReadIn(rule.not);
  if ('is' in rule) return [{ fact: rule.fact, value: rule.is }];
  return 'in' in rule ? rule.in.map((value) => ({ fact: rule.fact, value })) : [];
}
