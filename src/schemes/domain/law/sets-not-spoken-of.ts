import type { FactId, Rule, Vocabulary } from '../../../eligibility/index.ts';

/** What a rule asks of a set: that it keeps within something, or that it has something. */
type Asking = 'limit' | 'need';

/** Members that go by one name, as the drugs of a class do. */
export type Wholes = readonly (readonly string[])[];

/**
 * The sets of which the law asks that something is there, and the scheme only that nothing else is, by a name for many:
 * "drugs of class B or C alone" does not say that each of them is enough, so that to what is enough the scheme does not
 * speak. One that names the drugs themselves does, as "cannabis or steroids" does: whoever has one of them is let in.
 */
export function setsNotSpokenOf(
  { byId }: Vocabulary,
  { own, law, wholes }: { readonly own: Rule; readonly law: Rule; readonly wholes: Wholes },
): ReadonlySet<FactId> {
  const asked = askedOfSets(law, true);
  const spoken = askedOfSets(own, true);
  const only = (all: ReadonlyMap<FactId, ReadonlySet<Asking>>, fact: FactId, asking: Asking): boolean =>
    all.get(fact)?.size === 1 && all.get(fact)?.has(asking) === true;
  const named = listsNamed(own, true);
  const byName = (fact: FactId): boolean =>
    named.some(
      (list) => list.fact === fact && !wholes.some((whole) => whole.every((one) => list.members.includes(one))),
    );
  const sets = [...asked.keys()].filter((fact) => byId.get(fact)?.type.kind === 'set');
  return new Set(sets.filter((fact) => only(asked, fact, 'need') && only(spoken, fact, 'limit') && !byName(fact)));
}

interface Named {
  readonly fact: FactId;
  readonly members: readonly string[];
}

/** The lists within which a set must keep, where keeping within them helps to meet the rule. */
function listsNamed(rule: Rule, helps: boolean): Named[] {
  if ('allOf' in rule) return rule.allOf.flatMap((part) => listsNamed(part, helps));
  if ('anyOf' in rule) return rule.anyOf.flatMap((part) => listsNamed(part, helps));
  if ('not' in rule) return listsNamed(rule.not, !helps);
  return helps && 'fact' in rule && 'in' in rule ? [{ fact: rule.fact, members: rule.in.map(String) }] : [];
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
