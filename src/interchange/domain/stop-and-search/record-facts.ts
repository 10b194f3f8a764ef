import { daysBetween, type CalendarDay } from '../../../shared/calendar-day.ts';
import type { KnownFacts } from './search-facts.ts';

/** What a search came to. */
export interface SearchFind {
  readonly known: KnownFacts;
  /** Whether drugs are known to have been found: then there is an offence, of the day of the search. */
  readonly drugsFound: boolean;
}

/** One person who was searched. */
export interface SearchRecord {
  /** The day of the search in London. */
  readonly day: CalendarDay;
  readonly person: readonly [age: KnownFacts, sex: KnownFacts];
  readonly find: SearchFind;
}

/** All that is known of one person who was searched, for a decision on a day: facts as `parseFacts` reads them. */
export function factsOfRecord(record: SearchRecord, force: string, asOf: CalendarDay): KnownFacts {
  const [age, sex] = record.person;
  const days = offenceAgeDays(record, asOf);
  return { force, ...age, ...sex, ...record.find.known, ...(days === null ? {} : { 'offence-age-days': days }) };
}

/**
 * Whole days from the offence to the decision: the drugs were found on the day of the search. Null, not known, where
 * none are known to have been found, or where the decision is asked for as of an earlier day.
 */
export function offenceAgeDays(record: SearchRecord, asOf: CalendarDay): number | null {
  if (!record.find.drugsFound || asOf < record.day) return null;
  return asOf === record.day ? 0 : daysBetween(record.day, asOf);
}
