import type { FactId, Rule, Vocabulary } from '../../../eligibility/index.ts';

/** What a rule asks of a set: that it keeps within something, or that it has something. */
type Asking = 'limit' | 'need';

/**
 * The sets of which the law asks that something is there, and the scheme only that nothing else is. "Drugs of class B or
 * C alone" does not say that each of them is enough: to what is enough the scheme does not speak.
 */
export function setsNotSpokenOf({ byId }: Vocabulary, own: Rule, law: Rule): ReadonlySet<FactId> {
  const asked = askedOfSets(law, true);
  const spoken = askedOfSets(own, true);
  const only = (all: ReadonlyMap<FactId, ReadonlySet<Asking>>, fact: FactId, asking: Asking): boolean =>
    all.get(fact)?.size === 1 && all.get(fact)?.has(asking) === true;
  const sets = [...asked.keys()].filter((fact) => byId.get(fact)?.type.kind === 'set');
  return new Set(sets.filter((fact) => only(asked, fact, 'need') && only(spoken, fact, 'limit')));
}

function askedOfSets(rule: Rule, helps: boolean): Map<FactId, Set<Asking>> {
  const asked = new Map<FactId, Set<Asking>>();
  collect(rule, helps, (fact, asking) => asked.set(fact, (asked.get(fact) ?? new Set()).add(asking)));
  return asked;
}

function collect(rule: Rule, helps: boolean, add: (fact: FactId, asking: Asking) => void): void {
  if ('allOf' in rule) for (const part of rule.allOf) collect(part, helps, add);
  else if ('anyOf' in rule) for (const part of rule.anyOf) collect(part, helps, add);
  else if ('not' in rule) collect(rule.not, !helps, add);
  else if ('fact' in rule) add(rule.fact, 'includes' in rule === helps ? 'need' : 'limit');
}
