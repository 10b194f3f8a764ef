import type { CalendarDay } from '../shared/calendar-day.ts';
import { periodOn, type CompiledScheme } from './compile-scheme.ts';
import { decide } from './decide.ts';
import type { Facts } from './facts.ts';
import { factsOf } from './parse-facts.ts';
import { tellingValues } from './telling-values.ts';
import { FINDING_ORDER, type FactDefinition, type FactId, type Vocabulary } from './vocabulary.ts';

/**
 * The fact to find out next, so that as few as possible are asked before every scheme is settled; null when none is
 * left to ask. Cheapest first: what the officer can see, then ask, then look up, then judge. Among the facts of the
 * cheapest kind, the one that leaves the fewest facts missing, on average over its telling values; the vocabulary's
 * order breaks a tie.
 *
 * Judgements are not facts: a scheme that waits only for a person has nothing left to ask. `unanswerable` holds the
 * facts that were asked for and nobody knows: they stay missing and are not asked for again.
 */
export function nextQuestion(
  schemes: readonly CompiledScheme[],
  facts: Facts,
  asOf: CalendarDay,
  unanswerable: ReadonlySet<FactId> = new Set(),
): FactId | null {
  const open = schemes.filter((scheme) => decide(scheme, facts, asOf).missing.length > 0);
  const missing = new Set(open.flatMap((scheme) => decide(scheme, facts, asOf).missing));
  const vocabulary = open[0]?.vocabulary;
  if (!vocabulary) return null;
  const candidates = vocabulary.facts.filter((fact) => missing.has(fact.id) && !unanswerable.has(fact.id));
  const cheapest = Math.min(...candidates.map(cost));
  const asked = candidates.filter((fact) => cost(fact) === cheapest);
  let best: { fact: FactDefinition; left: number } | null = null;
  for (const fact of asked) {
    const left = asked.length === 1 ? 0 : expectedLeft({ schemes: open, facts, asOf, fact, vocabulary });
    if (best === null || left < best.left) best = { fact, left };
  }
  return best?.fact.id ?? null;
}

function cost(fact: FactDefinition): number {
  return FINDING_ORDER.indexOf(fact.when);
}

interface Trial {
  readonly schemes: readonly CompiledScheme[];
  readonly facts: Facts;
  readonly asOf: CalendarDay;
  readonly fact: FactDefinition;
  readonly vocabulary: Vocabulary;
}

/** Facts still missing over all schemes after an answer, on average over the telling values. */
function expectedLeft({ schemes, facts, asOf, fact, vocabulary }: Trial): number {
  const nodes = schemes.flatMap((scheme) => periodOn(scheme, asOf).clauses.map(({ node }) => node));
  const values = tellingValues(nodes, fact, facts.slots[fact.slot]);
  let left = 0;
  let possible = 0;
  for (const value of values) {
    const answered = factsOf(vocabulary, { ...facts.values, [fact.id]: value });
    // A value that what is known rules out cannot be answered.
    if (!answered.ok) continue;
    possible += 1;
    for (const scheme of schemes) left += decide(scheme, answered.value, asOf).missing.length;
  }
  return possible === 0 ? Number.POSITIVE_INFINITY : left / possible;
}
