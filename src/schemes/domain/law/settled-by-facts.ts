import { membersRead, type FactRule, type Rule } from '../../../eligibility/index.ts';
import { factRulesIn } from '../checks/rule-parts.ts';

/** What a test reads: a fact, or the amounts of some of its members. */
export function readBy(test: FactRule): string {
  return [test.fact, ...membersRead(test)].join(' of ');
}

/** Everything that a rule reads. */
export function allReadBy(rule: Rule): ReadonlySet<string> {
  return new Set(factRulesIn(rule).map(readBy));
}

/**
 * The rule with everything but what these facts say taken at its best, judgements too: it is not met exactly where they
 * by themselves keep the person out.
 */
export function atBestBut(read: ReadonlySet<string>, rule: Rule, best = true): Rule {
  if ('allOf' in rule) return { allOf: rule.allOf.map((part) => atBestBut(read, part, best)) };
  if ('anyOf' in rule) return { anyOf: rule.anyOf.map((part) => atBestBut(read, part, best)) };
  if ('not' in rule) return { not: atBestBut(read, rule.not, !best) };
  if ('fact' in rule && read.has(readBy(rule))) return rule;
  return best ? { allOf: [] } : { anyOf: [] };
}

/** The rule with a fact read in another's place. */
export function withFactsRenamed(rule: Rule, renamed: ReadonlyMap<string, string>): Rule {
  if ('allOf' in rule) return { allOf: rule.allOf.map((part) => withFactsRenamed(part, renamed)) };
  if ('anyOf' in rule) return { anyOf: rule.anyOf.map((part) => withFactsRenamed(part, renamed)) };
  if ('not' in rule) return { not: withFactsRenamed(rule.not, renamed) };
  return 'fact' in rule ? { ...rule, fact: renamed.get(rule.fact) ?? rule.fact } : rule;
}
