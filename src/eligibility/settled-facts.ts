import { compileRule } from './compile-rule.ts';
import type { Facts, FactValue } from './facts.ts';
import { factsOf } from './parse-facts.ts';
import { MET } from './possible.ts';
import type { FactId } from './fact-id.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What the answers so far settle without asking (`asking.settled`): possession of a drug injures nobody. What was
 * answered stays as it was. For a triage, where every such value is shown and can be changed; a file is read as written.
 */
export function settledFacts(vocabulary: Vocabulary, { values, slots }: Facts) {
  const settled: Record<FactId, FactValue> = {};
  for (const { id, asking } of vocabulary.facts) {
    if (asking?.settled === undefined || id in values) continue;
    const rule = compileRule(vocabulary, asking.settled.where);
    if (rule.possible(slots) === MET) settled[id] = asking.settled.as;
  }
  return settled;
}

/** The facts, and what they settle. */
export function withSettledFacts(vocabulary: Vocabulary, facts: Facts): Facts {
  const settled = settledFacts(vocabulary, facts);
  if (Object.keys(settled).length === 0) return facts;
  const all = factsOf(vocabulary, { ...settled, ...facts.values });
  return all.ok ? all.value : facts;
}
