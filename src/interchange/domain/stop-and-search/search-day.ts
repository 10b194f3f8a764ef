import { londonDayOf, parseCalendarDay, type CalendarDay } from '../../../shared/calendar-day.ts';
import { ownText } from '../word-column.ts';

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
  /** Whether a time of day is known: forces that publish none write midnight, there or in London. */
  readonly hasTime: boolean;
  /** Seconds since 1970 as the file writes them, its offset taken away. */
  readonly seconds: number;
}

export type SearchDayReader = (text: string) => SearchDay | null;

const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_DAY = 24 * SECONDS_PER_HOUR;

/** Reads the day from an ISO date and time, with or without blanks around it, or null where it is none. */
export function searchDayReader(): SearchDayReader {
  const writtenDay = keepLast(dayAndMidnight);
  const byNumber = new Map<number, DayAndMidnight | null>();
  let last: { readonly number: number; readonly written: DayAndMidnight | null } = { number: -1, written: null };

  /** Since 1972 London is at UTC or an hour ahead: only the last hour of a day can be of another day there. */
  function londonDay(written: DayAndMidnight, seconds: number): CalendarDay {
    const since = seconds - written.midnight;
    if (since >= 0 && since < 23 * SECONDS_PER_HOUR) return written.day;
    if (since >= 0 && since < SECONDS_PER_DAY) {
      return (written.afterEleven ??= londonDayAt(written.midnight + 23 * SECONDS_PER_HOUR));
    }
    return londonDayAt(seconds);
  }

  function searchDay(written: DayAndMidnight, sinceMidnight: number, isWithoutOffset: boolean): SearchDay {
    const seconds = written.midnight + sinceMidnight;
    const day = londonDay(written, seconds);
    const isMoved = day !== written.day;
    return { day, isMoved, isWithoutOffset, hasTime: !isMidnight(seconds, written, isMoved), seconds };
  }

  /** Days are few, and each is that of many rows. */
  function writtenOn(text: string): DayAndMidnight | null {
    const century = twoDigits(text, 0);
    const year = twoDigits(text, 2);
    const month = twoDigits(text, 5);
    const day = twoDigits(text, 8);
    if (century < 0 || year < 0 || month < 0 || day < 0) return null;
    const number = ((century * 100 + year) * 100 + month) * 100 + day;
    if (number === last.number) return last.written;
    const held = byNumber.get(number);
    const written = held === undefined ? dayAndMidnight(text.slice(0, 10)) : held;
    if (held === undefined && byNumber.size < MOST_DAYS) byNumber.set(number, written);
    last = { number, written };
    return written;
  }

  /** The form that data.police.uk writes, read digit by digit: nearly every row has it. Null where it is another. */
  function asPublished(text: string): SearchDay | null {
    if (!isAsPublished(text)) return null;
    const hours = twoDigits(text, 11);
    const minutes = twoDigits(text, 14);
    const seconds = twoDigits(text, 17);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) return null;
    const written = writtenOn(text);
    return written && searchDay(written, hours * SECONDS_PER_HOUR + minutes * 60 + seconds, false);
  }

  function read(text: string): SearchDay | null {
    const published = asPublished(text);
    if (published !== null) return published;
    const [, dayText, hours, minutes, seconds = '0', offset] = WRITTEN.exec(text.trim()) ?? [];
    const written = dayText === undefined ? null : writtenDay(dayText);
    if (written === null) return null;
    if (hours === undefined) {
      return { day: written.day, isMoved: false, isWithoutOffset: true, hasTime: false, seconds: written.midnight };
    }
    const local = Number(hours) * SECONDS_PER_HOUR + Number(minutes) * 60 + Number(seconds);
    return searchDay(written, local - offsetSeconds(offset), offset === undefined);
  }

  // Neighbouring rows are often of the same moment: in the largest real file every third is of the one before it.
  let before = { text: '', day: read('') };
  return (text) => {
    if (!isLikely(text, before.text) || text !== before.text) before = { text, day: read(text) };
    return before.day;
  };
}

/** Whether two texts may be the same, by the minutes of the form that data.police.uk writes: comparing all takes longer. */
function isLikely(text: string, other: string): boolean {
  return text.charCodeAt(15) === other.charCodeAt(15) && text.charCodeAt(14) === other.charCodeAt(14);
}

/** Thirty years of days. */
const MOST_DAYS = 11_000;
const PUBLISHED = '0000-00-00T00:00:00+00:00';
const ZERO = 48;
const HYPHEN = 45;
const COLON = 58;
const LETTER_T = 84;
const PLUS = 43;

/** Whether a text is of the form 2019-12-31T23:59:00+00:00, but for what its digits before the offset are. */
function isAsPublished(text: string): boolean {
  return (
    text.length === PUBLISHED.length &&
    text.charCodeAt(4) === HYPHEN &&
    text.charCodeAt(7) === HYPHEN &&
    text.charCodeAt(10) === LETTER_T &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    text.charCodeAt(19) === PLUS &&
    text.charCodeAt(20) === ZERO &&
    text.charCodeAt(21) === ZERO &&
    text.charCodeAt(22) === COLON &&
    text.charCodeAt(23) === ZERO &&
    text.charCodeAt(24) === ZERO
  );
}

/** The number that two characters are; -1 where one of them is no digit. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

interface DayAndMidnight {
  readonly day: CalendarDay;
  /** Its first second in UTC, since 1970. */
  readonly midnight: number;
  /** The day in London in its last hour, once that was asked for. */
  afterEleven: CalendarDay | null;
}

function dayAndMidnight(text: string): DayAndMidnight | null {
  // A text of its own: a part of a block's text would keep the whole block in memory.
  const day = parseCalendarDay(ownText(text));
  if (day === null) return null;
  return { day, midnight: Date.parse(`${day}T00:00:00Z`) / 1000, afterEleven: null };
}

/** Whether it is midnight in UTC, or in London. */
function isMidnight(seconds: number, { midnight }: DayAndMidnight, isMoved: boolean): boolean {
  const since = seconds - midnight;
  // Most rows: neither the first second of the day nor of its last hour.
  if (since > 0 && since < 23 * SECONDS_PER_HOUR) return false;
  if (since % SECONDS_PER_DAY === 0) return true;
  // Only in summer time is London ahead: then its midnight is the last hour of the day before in UTC.
  if ((since + SECONDS_PER_HOUR) % SECONDS_PER_DAY !== 0) return false;
  return since < 0 ? londonDayAt(seconds) > londonDayAt(seconds - 1) : isMoved;
}

function londonDayAt(seconds: number): CalendarDay {
  return londonDayOf(new Date(seconds * 1000));
}

/** The same function, remembering its last answer: neighbouring rows share a day. */
function keepLast<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  let last: { key: Key; value: Value } | undefined;
  return (key) => {
    if (last === undefined || last.key !== key) last = { key, value: read(key) };
    return last.value;
  };
}

function offsetSeconds(offset: string | undefined): number {
  if (offset === undefined || offset.length === 1) return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return (offset.startsWith('-') ? -minutes : minutes) * 60;
}
