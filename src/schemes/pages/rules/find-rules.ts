import { factRulesIn } from '../../domain/checks/rule-parts.ts';
import {
  type CatalogueShown,
  type ClauseShown,
  clausesOf,
  forceNames,
  isLaw,
  rulesDocuments,
  type RulesDocument,
} from '../catalogue-shown.ts';
import { nationNames } from '../law/law-words.ts';

export interface RulesFound {
  readonly document: RulesDocument;
  readonly clauses: readonly ClauseShown[];
}

/**
 * The rules that have every word looked for, in any case of letters: a word of the name of their scheme or its forces,
 * or of their law document or its nation, whole, or any part of their own id, words and facts. No words find every rule.
 */
export function findRules(shown: CatalogueShown, words: string): RulesFound[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rulesDocuments(shown)
    .map((document) => {
      const names = namesOf(shown, document);
      const stillWanted = wanted.filter((word) => !names.has(word));
      return { document, clauses: clausesOf(document).filter((clause) => hasAll(textOf(shown, clause), stillWanted)) };
    })
    .filter(({ clauses }) => clauses.length > 0);
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function namesOf(shown: CatalogueShown, document: RulesDocument): ReadonlySet<string> {
  const whose = isLaw(document) ? `law ${nationNames(document)}` : forceNames(shown, document);
  const names = [document.id, document.name, whose].join(' ').toLowerCase();
  return new Set(names.split(/[^\p{L}\d]+/u));
}

function textOf(shown: CatalogueShown, clause: ClauseShown): string {
  const facts = factRulesIn(clause.rule).map(({ fact }) => `${fact} ${shown.words.facts.get(fact)?.question ?? ''}`);
  return [clause.id, clause.says, ...facts].join(' ').toLowerCase();
}
