import type { CalendarDay } from '../../../shared/calendar-day.ts';

/** A case as a study may see it: pseudonyms, days and codes; no name, birthday, contact or free text. */
export interface StudiedCase {
  readonly person: string;
  readonly indexEvent: string;
  readonly force: string;
  readonly ethnicitySelfDefined: string | null;
  readonly ethnicityOfficerDefined: string | null;
  /** In the order in which they happened. */
  readonly events: readonly StudiedEvent[];
}

export interface StudiedEvent {
  readonly type: string;
  /** The day in London. */
  readonly on: CalendarDay;
  readonly data: { readonly [name: string]: unknown };
}

/** The events of a case of some kind. */
export function eventsOf({ events }: StudiedCase, ...types: readonly string[]): readonly StudiedEvent[] {
  return events.filter(({ type }) => types.includes(type));
}
