import { SCHEME_KINDS } from '../../../schemes/domain/index.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import type { CaseRecord } from '../case-state.ts';
import { holdsHoweverItEnds, lawAnswers, type LawBook } from '../law-of-case.ts';
import type { SchemeTerms } from '../scheme-terms.ts';
import { decisionFor } from './verdict-that-counts.ts';

/** What must be known, and hold, before anything is offered. */
const BY_THE_OFFER = [undefined, 'offer'];

/**
 * Whom no scheme of a kind may take, whatever anybody decides: by the law documents that hold however the case ends (the
 * age of criminal responsibility; for what takes the place of a prosecution, what only the Crown Court may try and
 * whether there was an offence at all). Where no scheme is chosen yet, by all of them.
 */
export function exclusionInLaw(
  book: LawBook,
  record: CaseRecord,
  { today, scheme }: { readonly today: CalendarDay; readonly scheme?: Pick<SchemeTerms, 'kind'> | null },
): 'excluded' | 'not-excluded' | 'not-settled' {
  const answers = lawAnswers(book, record, {
    facts: {},
    today,
    of: (law) => holdsHoweverItEnds(law, scheme?.kind),
  });
  if (answers.some(({ result }) => result === 'not-met')) return 'excluded';
  const mustBeKnown = answers.filter(({ clause }) => BY_THE_OFFER.includes(clause.settledBy));
  return mustBeKnown.every(({ result }) => result === 'met') ? 'not-excluded' : 'not-settled';
}

/**
 * Whether the law keeps somebody out of the scheme; where none is chosen yet, of every kind of scheme. What only the Crown
 * Court may try is no case for a deflection, and a referral from custody beside it is still there to be chosen.
 */
export function isExcludedFromAll(book: LawBook, record: CaseRecord, asked: Parameters<typeof exclusionInLaw>[2]) {
  if (exclusionInLaw(book, record, asked) !== 'excluded') return false;
  if (asked.scheme) return true;
  const { today } = asked;
  return SCHEME_KINDS.every((kind) => exclusionInLaw(book, record, { today, scheme: { kind } }) === 'excluded');
}

/** The clauses of law that keep somebody out of a scheme, and those that must be known before it is offered. */
export function lawInDecision(book: LawBook, record: CaseRecord, scheme: string) {
  const forAll = new Set(book.laws.filter((law) => holdsHoweverItEnds(law)).map(({ id }) => id));
  // What holds for all is asked anew: where an offence may be tried is no part of what was decided by.
  const ofScheme = (decisionFor(record, scheme)?.clauses ?? []).filter(
    ({ law }) => law !== undefined && !forAll.has(law),
  );
  return {
    keepingOut: ofScheme.filter(({ result }) => result === 'not-met'),
    open: ofScheme.filter(
      ({ result, settledBy }) => BY_THE_OFFER.includes(settledBy) && result !== 'met' && result !== 'not-met',
    ),
  };
}
