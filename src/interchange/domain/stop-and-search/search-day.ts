import { londonDayOf, parseCalendarDay, type CalendarDay } from '../../../shared/calendar-day.ts';

/**
 * The day of a search. data.police.uk writes local times with their offset taken away: a search at five past midnight
 * on 1 June is `2016-05-31T23:05:00+00:00`. So the day that counts is the one in London, an hour later in summer time.
 */
export interface SearchDay {
  readonly day: CalendarDay;
  /** True where the day in London is another than the day that the file writes. */
  readonly isMoved: boolean;
  /** True where the file gives no offset: a time is then read as UTC, and a bare day as it stands. */
  readonly isWithoutOffset: boolean;
}

export type SearchDayReader = (text: string) => SearchDay | null;

const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const MILLISECONDS_PER_HOUR = 3_600_000;
const MILLISECONDS_PER_DAY = 24 * MILLISECONDS_PER_HOUR;

/** Reads the day from an ISO date and time, or null where it is none. */
export function searchDayReader(): SearchDayReader {
  const writtenDay = keepLast(dayAndMidnight);
  const dayAfterEleven = keepLast((midnight: number) => londonDayOf(new Date(midnight + 23 * MILLISECONDS_PER_HOUR)));

  /** Since 1972 London is at UTC or an hour ahead: only the last hour of a day can be of another day there. */
  function londonDay(written: DayAndMidnight, milliseconds: number): CalendarDay {
    const since = milliseconds - written.midnight;
    if (since >= 0 && since < 23 * MILLISECONDS_PER_HOUR) return written.day;
    if (since >= 0 && since < MILLISECONDS_PER_DAY) return dayAfterEleven(written.midnight);
    return londonDayOf(new Date(milliseconds));
  }

  return (text) => {
    const [, dayText, hours, minutes, offset] = WRITTEN.exec(text) ?? [];
    const written = dayText === undefined ? null : writtenDay(dayText);
    if (written === null) return null;
    if (hours === undefined) return { day: written.day, isMoved: false, isWithoutOffset: true };
    const local = written.midnight + (Number(hours) * 60 + Number(minutes)) * 60_000;
    const day = londonDay(written, local - offsetMilliseconds(offset));
    return { day, isMoved: day !== written.day, isWithoutOffset: offset === undefined };
  };
}

interface DayAndMidnight {
  readonly day: CalendarDay;
  /** Its first millisecond in UTC. */
  readonly midnight: number;
}

function dayAndMidnight(text: string): DayAndMidnight | null {
  const day = parseCalendarDay(text);
  return day && { day, midnight: Date.parse(`${day}T00:00:00Z`) };
}

/** The same function, remembering its last answer: neighbouring rows share a day. */
function keepLast<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  let last: { key: Key; value: Value } | undefined;
  return (key) => {
    if (last === undefined || last.key !== key) last = { key, value: read(key) };
    return last.value;
  };
}

function offsetMilliseconds(offset: string | undefined): number {
  if (offset === undefined || offset.length === 1) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
