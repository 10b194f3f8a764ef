import type { FactId, Rule, Vocabulary } from '../../../eligibility/index.ts';
import { factRulesIn } from '../checks/rule-parts.ts';
import { allReadBy, withFactsRenamed } from './settled-by-facts.ts';
import { setsNotSpokenOf, type Wholes } from './sets-not-spoken-of.ts';

/** A rule of the law in the facts of a scheme, and which of them the scheme speaks to. */
export interface SpokenOf {
  readonly asked: Rule;
  readonly shared: ReadonlySet<string>;
}

export function spokenOf(vocabulary: Vocabulary, own: Rule, law: Rule, wholes: Wholes = []): SpokenOf {
  const asked = withFactsRenamed(law, standingIn(vocabulary, own, law));
  const unspoken = setsNotSpokenOf(vocabulary, { own, law: asked, wholes });
  const read = allReadBy(own);
  return { asked, shared: new Set([...allReadBy(asked)].filter((each) => read.has(each) && !unspoken.has(each))) };
}

/**
 * For each number of the law that the scheme does not read: the one it reads instead, of which either is never below the
 * other. "Aged 16 or over" at the offence speaks to the age today too, as of somebody who is dealt with the same day.
 */
export function standingIn({ byId }: Vocabulary, own: Rule, law: Rule): ReadonlyMap<FactId, FactId> {
  const facts = new Set(factRulesIn(own).map(({ fact }) => fact));
  const below = (fact: FactId): FactId | undefined => byId.get(fact)?.bounds?.notBelow;
  const unread = factRulesIn(law).flatMap(({ fact }) => (facts.has(fact) ? [] : [fact]));
  return new Map(
    unread.flatMap((fact) => {
      const beside = [...facts].find((other) => other === below(fact) || below(other) === fact);
      return beside === undefined ? [] : [[fact, beside] as const];
    }),
  );
}
