import { standingOn } from '../../eligibility/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { ReferenceWords } from '../../reference/index.ts';
import { isComparator } from '../domain/is-comparator.ts';
import type { Law, LawClauseDocument } from '../domain/law/law-document.ts';
import type { Scheme } from '../domain/scheme-document.ts';
import type { SchemeNotFound } from '../domain/scheme-not-found.ts';

/** The catalogue as the pages show it: the schemes and the law, the words for what they refer to, the day it is, and what was not found. */
export interface CatalogueShown {
  readonly schemes: readonly Scheme[];
  readonly laws: readonly Law[];
  readonly notFound: readonly SchemeNotFound[];
  readonly words: ReferenceWords;
  readonly today: CalendarDay;
}

/** A clause of a scheme or of the law; only the law's say by when they must be settled. */
export type ClauseShown = LawClauseDocument;

/** A document that has rules. */
export type RulesDocument = Scheme | Law;

export interface RuleFound {
  readonly document: RulesDocument;
  readonly clause: ClauseShown;
}

export function isLaw(document: RulesDocument): document is Law {
  return 'applies' in document;
}

export function clausesOf(document: RulesDocument): readonly ClauseShown[] {
  return isLaw(document) ? document.clauses : document.eligibility;
}

/** Everything that has rules, the law first. */
export function rulesDocuments({ schemes, laws }: CatalogueShown): readonly RulesDocument[] {
  return [...laws, ...schemes];
}

/** A clause and the document that it belongs to, by the clause's id in any case of letters; null where there is none. */
export function findRule(shown: CatalogueShown, id: string): RuleFound | null {
  const wanted = id.toUpperCase();
  for (const document of rulesDocuments(shown)) {
    const clause = clausesOf(document).find((one) => one.id === wanted);
    if (clause) return { document, clause };
  }
  return null;
}

/** Who runs a scheme: its forces by name. */
export function forceNames(shown: CatalogueShown, scheme: Scheme): string {
  if (isComparator(scheme)) return 'Another country, never offered here';
  if (scheme.forces.length === 0) return 'No force named';
  return scheme.forces.map((id) => shown.words.forces.get(id) ?? id).join(', ');
}

export function standingToday(shown: CatalogueShown, scheme: Scheme): string {
  return standingOn(scheme, shown.today);
}

/** Whether a clause is in force on the day. */
export function isInForce(shown: CatalogueShown, clause: ClauseShown): boolean {
  return clause.from <= shown.today && (clause.until === undefined || shown.today <= clause.until);
}
