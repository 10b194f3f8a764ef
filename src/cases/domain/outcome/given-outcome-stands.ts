import type { CaseRecord } from '../case-state.ts';
import type { LawBook } from '../law-of-case.ts';
import type { SchemeTerms } from '../scheme-terms.ts';
import { lawOfOutcome } from './law-of-outcome.ts';

/** Whether an outcome was given that stands though the activity was not completed, by its law document. */
export function givenOutcomeStands(book: LawBook, { outcomeGiven }: CaseRecord, scheme: SchemeTerms | null): boolean {
  if (outcomeGiven === null) return false;
  return lawOfOutcome(book, outcomeGiven.type, scheme?.disposals)?.ifNotCompleted?.then !== 'may-be-prosecuted';
}
