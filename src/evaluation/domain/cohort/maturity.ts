import { addMonths } from '../../../shared/add-months.ts';
import type { CalendarDay } from '../../../shared/calendar-day.ts';
import type { StudyRow } from './study-row.ts';

/**
 * How long after a window proof may still come and count: an offence of its last day takes time to reach a court.
 * The Ministry of Justice's six months; the length was not read in a source, so it is assumed.
 */
export const MONTHS_FOR_PROOF = 6;

/** The last day on which a reoffence counts in a window of so many months after the index day, by the calendar. */
export function windowEnd(indexedOn: CalendarDay, windowMonths: number): CalendarDay {
  return addMonths(indexedOn, windowMonths);
}

/** How many days a window of so many months is drawn and tabled as: 365 for twelve, 183 for six. */
export function daysOfWindow(windowMonths: number): number {
  return Math.round((windowMonths * 365.25) / 12);
}

/** The last day on which proof of such a reoffence counts. */
export function proofEnd(indexedOn: CalendarDay, windowMonths: number): CalendarDay {
  return addMonths(indexedOn, windowMonths + MONTHS_FOR_PROOF);
}

/**
 * Whether all that a figure of a window counts would have been seen: the data reach the window's end and six months for
 * proof. A 12-month figure is mature at 18. A person who died in the window is judged by the data's reach all the same:
 * otherwise deaths, which come before the reach, would be kept of rows whose other endings are not.
 */
export function isMature({ indexedOn, followedUntil }: StudyRow, windowMonths: number): boolean {
  return followedUntil >= proofEnd(indexedOn, windowMonths);
}
