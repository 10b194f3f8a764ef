import type { CalendarDay } from '../../shared/calendar-day.ts';

/** How an earlier diversion went, as far as the force's own cases say. */
export type HowItWent = 'completed' | 'not-completed' | 'withdrawn' | 'under-way';

/** A diversion that a person of this name and date of birth accepted before, in the same force. */
export interface EarlierDiversion {
  readonly caseId: string;
  readonly reference: string;
  readonly scheme: string;
  readonly acceptedOn: CalendarDay;
  readonly went: HowItWent;
}

/** The facts that the force's own cases say something of. */
const ON_OUR_RECORDS = [
  'prior-diversions',
  'diversions-by-scheme',
  'failed-diversions-by-scheme',
  'engaged-with-every-prior-diversion',
] as const;

export function isOnOurRecords(fact: string): boolean {
  return ON_OUR_RECORDS.some((each) => each === fact);
}

/**
 * The answer that there were none; null where a question is no count, or counts nothing. Whoever gives it because our
 * records show none says so: that another force knows of none, our records cannot say.
 */
export function noneOf(fact: string, counted: readonly string[]): number | Readonly<Record<string, number>> | null {
  if (fact === 'prior-diversions') return 0;
  const isCounted = fact === 'diversions-by-scheme' || fact === 'failed-diversions-by-scheme';
  return isCounted && counted.length > 0 ? Object.fromEntries(counted.map((id) => [id, 0])) : null;
}

/**
 * What the records propose of a fact; null where they propose nothing: nobody was found, or it is for a person to say.
 * A case that was withdrawn (a mistake, a move) is shown and not counted. For the officer to confirm or correct.
 */
export function proposedByRecords(
  fact: string,
  earlier: readonly EarlierDiversion[],
  counted: readonly string[],
): number | Readonly<Record<string, number>> | null {
  const taken = earlier.filter(({ went }) => went !== 'withdrawn');
  if (earlier.length === 0) return null;
  const ofEach = (some: readonly EarlierDiversion[]) =>
    Object.fromEntries(counted.map((id) => [id, some.filter(({ scheme }) => scheme === id).length]));
  if (fact === 'prior-diversions') return taken.length;
  if (fact === 'diversions-by-scheme') return ofEach(taken);
  if (fact === 'failed-diversions-by-scheme') return ofEach(taken.filter(({ went }) => went === 'not-completed'));
  return null;
}
