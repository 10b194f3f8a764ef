import type { Judge, Rule } from '../../../eligibility/index.ts';
import type { RecordedDecision } from '../../../triage/domain/index.ts';
import type { SchemeTerms } from '../scheme-terms.ts';

/**
 * Whose judgement a scheme still asks for: the ranks named in the clauses that neither the facts nor anybody has
 * settled. The verdict does not matter: a question for a sergeant stays one when another clause is not met as well.
 */
export function ranksAskedFor(scheme: SchemeTerms | null, decision: RecordedDecision | undefined): readonly Judge[] {
  const open = decision?.clauses.filter(({ result }) => result === 'for-discretion' || result === 'not-known') ?? [];
  const ids = new Set(open.map(({ id }) => id));
  const inClauses = scheme?.eligibility.filter(({ id }) => ids.has(id)).flatMap(({ rule }) => judgesIn(rule)) ?? [];
  const inDecision = decision?.discretions.map(({ by }) => by) ?? [];
  return [...new Set([...inDecision, ...inClauses])];
}

function judgesIn(rule: Rule): readonly Judge[] {
  if ('discretion' in rule) return [rule.by];
  if ('allOf' in rule) return rule.allOf.flatMap(judgesIn);
  if ('anyOf' in rule) return rule.anyOf.flatMap(judgesIn);
  return 'not' in rule ? judgesIn(rule.not) : [];
}
