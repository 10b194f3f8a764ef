import { factRulesIn } from '../../domain/checks/rule-parts.ts';
import type { Scheme } from '../../domain/scheme-document.ts';
import { type CatalogueShown, type ClauseShown, forceNames } from '../catalogue-shown.ts';

export interface SchemeRulesFound {
  readonly scheme: Scheme;
  readonly clauses: Scheme['eligibility'];
}

/**
 * The rules that have every word looked for, in any case of letters: a word of the name of their scheme or its forces,
 * whole, or any part of their own id, words and facts. No words find every rule.
 */
export function findRules(shown: CatalogueShown, words: string): SchemeRulesFound[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return shown.schemes
    .map((scheme) => {
      const names = namesOf(shown, scheme);
      const stillWanted = wanted.filter((word) => !names.has(word));
      return { scheme, clauses: scheme.eligibility.filter((clause) => hasAll(textOf(shown, clause), stillWanted)) };
    })
    .filter(({ clauses }) => clauses.length > 0);
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function namesOf(shown: CatalogueShown, scheme: Scheme): ReadonlySet<string> {
  const names = [scheme.id, scheme.name, forceNames(shown, scheme)].join(' ').toLowerCase();
  return new Set(names.split(/[^\p{L}\d]+/u));
}

function textOf(shown: CatalogueShown, clause: ClauseShown): string {
  const facts = factRulesIn(clause.rule).map(({ fact }) => `${fact} ${shown.words.facts.get(fact)?.question ?? ''}`);
  return [clause.id, clause.says, ...facts].join(' ').toLowerCase();
}
