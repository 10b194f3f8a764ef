import { vocabularyOfFacts, type FactDefinition, type Vocabulary } from './vocabulary.ts';

const atTheOutcome = new WeakMap<Vocabulary, Vocabulary>();

/**
 * The vocabulary as it is read once an outcome is recorded: what could still be done until then (a victim asked, reasons
 * written down, the activity done, leave given by somebody above) is done or not.
 */
export function vocabularyAtTheOutcome(vocabulary: Vocabulary): Vocabulary {
  const known = atTheOutcome.get(vocabulary) ?? vocabularyOfFacts(vocabulary.facts.map(settled));
  atTheOutcome.set(vocabulary, known);
  return known;
}

function settled(fact: FactDefinition): FactDefinition {
  const { mayBecome, asking, ...rest } = fact;
  const isOpen = mayBecome !== undefined && fact.untilOutcome !== true;
  const byThen = asking?.settledAtOutcome ?? asking?.settled;
  return {
    ...rest,
    ...(isOpen ? { mayBecome } : {}),
    ...(asking === undefined ? {} : { asking: { ...asking, ...(byThen === undefined ? {} : { settled: byThen }) } }),
  };
}
