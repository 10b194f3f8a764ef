import type { CalendarDay } from '../shared/calendar-day.ts';
import { periodOn, type CompiledScheme } from './compile-scheme.ts';
import { decide } from './decide.ts';
import type { Facts, FactValue } from './facts.ts';
import { tellingValues } from './telling-values.ts';
import { FINDING_ORDER, type FactDefinition, type FactId } from './vocabulary.ts';

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
    const left = asked.length === 1 ? 0 : expectedLeft({ schemes: open, facts, asOf, fact });
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
}

/** Facts still missing over all schemes after an answer, on average over the telling values. */
function expectedLeft({ schemes, facts, asOf, fact }: Trial): number {
  const nodes = schemes.flatMap((scheme) => periodOn(scheme, asOf).clauses.map(({ node }) => node));
  const values = tellingValues(nodes, fact, facts.slots[fact.slot]);
  let left = 0;
  for (const value of values) {
    const answered = withFact(facts, fact, value);
    for (const scheme of schemes) left += decide(scheme, answered, asOf).missing.length;
  }
  return values.length === 0 ? Number.POSITIVE_INFINITY : left / values.length;
}

/** The facts with one more known, or known differently. The value must fit the fact. */
function withFact(facts: Facts, fact: FactDefinition, value: FactValue): Facts {
  const slots = facts.slots.with(fact.slot, value);
  const known: Pick<Facts, 'values' | 'slots'> = { values: { ...facts.values, [fact.id]: value }, slots };
  return known as Facts;
}
