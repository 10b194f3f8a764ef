import { standingOn } from '../../eligibility/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { ReferenceWords } from '../../reference/index.ts';
import { isComparator } from '../domain/is-comparator.ts';
import type { Scheme } from '../domain/scheme-document.ts';
import type { SchemeNotFound } from '../domain/scheme-not-found.ts';

/** The catalogue as the pages show it: the schemes, the words for what they refer to, the day it is, and what was not found. */
export interface CatalogueShown {
  readonly schemes: readonly Scheme[];
  readonly notFound: readonly SchemeNotFound[];
  readonly words: ReferenceWords;
  readonly today: CalendarDay;
}

export type ClauseShown = Scheme['eligibility'][number];

/** A clause and the scheme it belongs to, by the clause's id in any case of letters; null where there is none. */
export function findRule(shown: CatalogueShown, id: string): { scheme: Scheme; clause: ClauseShown } | null {
  const wanted = id.toUpperCase();
  for (const scheme of shown.schemes) {
    const clause = scheme.eligibility.find((one) => one.id === wanted);
    if (clause) return { scheme, clause };
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
