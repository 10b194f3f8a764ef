import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { duplicateWindow, type DuplicateWindow } from '../duplicate-window.ts';
import { readableText } from '../readable-text.ts';
import { countWord, type Word } from '../word-column.ts';
import type { Force } from '../../../reference/index.ts';
import type { SkipReason } from './finding-codes.ts';
import type { ReadingPlace } from './header.ts';
import { forceColumns, searchColumns } from './search-columns.ts';
import { copyJudge, type Likeness } from './search-copies.ts';
import { searchDayReader, type SearchDay } from './search-day.ts';
import type { KnownFacts } from './search-facts.ts';
import { SearchOffences, type SearchOffence } from './search-offences.ts';
import { noteForces, noteWords } from './word-findings.ts';

/** What a file is read for. */
export interface ReadingOptions {
  /** Whose searches the file holds; null where the file may hold any force's rows. */
  readonly force: string | null;
  readonly forces: readonly Force[];
  /** The day of every decision; null for the day of each search. */
  readonly asOf: CalendarDay | null;
  /** The day on which the file is read: no search can be later. */
  readonly today: CalendarDay;
  /** Whether the searches are counted by ethnicity; where not, a blank one is nothing to remark on. */
  readonly byEthnicity: boolean;
  /** The rows of the files before, so that a row that is in two files counts once; none where the file stands alone. */
  readonly seen?: DuplicateWindow;
}

/** One search of a person. */
export interface Search {
  /** The day of the search in London. */
  readonly day: CalendarDay;
  /** The force that the row names, or else that of the file; null where neither is known. */
  readonly force: string | null;
  readonly age: Word<KnownFacts>;
  readonly sex: Word<KnownFacts>;
  readonly selfDefined: Word<string>;
  readonly officerDefined: Word<string | null>;
  /** What it was for, and what it came to. */
  readonly offence: SearchOffence;
  /** A copy is not counted as a search. */
  readonly likeness: Likeness;
}

/** Why a row holds no search that is counted. */
export interface SkippedRow {
  readonly reason: Exclude<SkipReason, 'duplicate'>;
  /** What stands in the row, where that helps to see why. */
  readonly example?: string;
  /** The column whose word is not known, where that is why: each word is told. */
  readonly column?: string;
}

/** Reads rows one after another. */
export interface SearchReader {
  read(fields: readonly string[], row: number): Search | SkippedRow;
  /** Says what was found in the words of all rows. */
  finish(): void;
}

interface NumberedRow {
  readonly fields: readonly string[];
  readonly row: number;
}

const VEHICLE: SkippedRow = { reason: 'vehicle-only' };
/** The first stop-and-search files are of December 2014. */
const FIRST_YEAR = '2014';

/**
 * A reader of the rows of one file. The first reason that holds is the row's: a vehicle search is one whether or not it
 * is also a copy, and copies are counted among the rows that would have been decided.
 */
export function searchReader(place: ReadingPlace, options: ReadingOptions): SearchReader {
  const { header, ledger } = place;
  const { asOf, today } = options;
  const columns = searchColumns(header);
  const inForceColumns = forceColumns(header, options.forces);
  const offences = new SearchOffences();
  const dayOf = searchDayReader();
  const likenessOf = copyJudge(place, options.seen ?? duplicateWindow());
  const moved = ledger.counter('day-moved-to-london', header.name.date);
  const afterDecision = ledger.counter('search-after-decision', header.name.date);
  const withoutOffset = ledger.counter('date-without-offset', header.name.date);
  const notPossible = ledger.counter('day-not-possible', header.name.date);
  const notTold = ledger.counter('copies-not-told');
  // Filled anew for every row: a file has many.
  const ofForces: Word<string | null>[] = [];

  /** The force that a column of the kind that people add when they join files names, or else that of the file. */
  function forceOf(fields: readonly string[]): string | null {
    let named: string | null = null;
    for (let index = 0; index < inForceColumns.length; index += 1) {
      const word = inForceColumns[index]?.of(fields);
      if (word === undefined) continue;
      ofForces[index] = word;
      named ??= word.meaning ?? null;
    }
    return named ?? options.force;
  }

  function countSearch({ offence, likeness }: Search, row: number): void {
    for (const word of ofForces) countWord(word, row);
    offence.count += 1;
    if (offence.first === 0) offence.first = row;
    if (likeness === 'like-another') notTold.add(row);
  }

  // Neighbouring rows share a day: days are told earlier from later once for all of them.
  let lastDay: CalendarDay | null = null;
  let isPossible = true;
  let isAfterDecision = false;

  function noteDay({ day, isMoved, isWithoutOffset }: SearchDay, { offence }: Search, place: NumberedRow): void {
    if (day !== lastDay) {
      lastDay = day;
      isPossible = day <= today && day >= FIRST_YEAR;
      isAfterDecision = asOf !== null && day > asOf;
    }
    const text = place.fields[header.at.date] ?? '';
    if (isMoved) moved.add(place.row, text);
    if (isWithoutOffset) withoutOffset.add(place.row, text);
    if (!isPossible) notPossible.add(place.row, text);
    if (isAfterDecision && offence.find.drugsFound) afterDecision.add(place.row, text);
  }

  return {
    read(fields, row) {
      if (fields.length !== header.width) {
        return { reason: 'malformed-row', example: `${fields.length} fields under ${header.width} columns` };
      }
      const type = columns.type.of(fields);
      if (type.meaning !== 'person') return type.meaning === 'vehicle' ? VEHICLE : reasonWithoutType(fields, place);
      const date = dayOf(fields[header.at.date] ?? '');
      if (date === null) return { reason: 'bad-date', example: (fields[header.at.date] ?? '').trim() };

      const age = columns.ageRange.of(fields);
      const sex = columns.gender.of(fields);
      const selfDefined = columns.selfDefined.of(fields);
      const officerDefined = columns.officerDefined.of(fields);
      const power = columns.power.of(fields);
      const object = columns.object.of(fields);
      const outcome = columns.outcome.of(fields);
      const link = columns.link.of(fields);
      const isOperation = columns.isOperation.of(fields);
      const clothing = columns.clothing.of(fields);
      const force = forceOf(fields);
      const offence = offences.of(power, object, outcome, link);
      // Each word's print is of its column too, so that their order does not matter: no list is made of them.
      const person = age.high + sex.high + selfDefined.high + officerDefined.high + clothing.high;
      const high = (person + type.high + power.high + object.high + outcome.high + link.high + isOperation.high) | 0;
      const personLow = age.low + sex.low + selfDefined.low + officerDefined.low + clothing.low;
      const low = (personLow + type.low + power.low + object.low + outcome.low + link.low + isOperation.low) | 0;
      const likeness = likenessOf({ fields, row, force, date, high, low });
      const { day } = date;
      const search: Search = { day, force, age, sex, selfDefined, officerDefined, offence, likeness };
      if (likeness === 'copy') return search;
      countWord(type, row);
      countWord(age, row);
      countWord(sex, row);
      countWord(selfDefined, row);
      countWord(officerDefined, row);
      countWord(power, row);
      countWord(object, row);
      countWord(outcome, row);
      countWord(link, row);
      countWord(isOperation, row);
      countWord(clothing, row);
      countSearch(search, row);
      noteDay(date, search, { fields, row });
      return search;
    },
    finish() {
      noteWords(columns, place, options);
      noteForces(inForceColumns, place, options);
      offences.note(ledger, header);
    },
  };
}

function reasonWithoutType(fields: readonly string[], { header }: ReadingPlace): SkippedRow {
  if (fields.every((field) => field.trim() === '')) return { reason: 'empty-row' };
  // A file that was joined on may have had a byte-order mark before its header.
  const isHeader = fields.every(
    (field, index) => readableText(field).text.replace('\uFEFF', '').trim() === header.names[index],
  );
  if (isHeader) return { reason: 'repeated-header' };
  const { text } = readableText(fields[header.at.type] ?? '');
  return { reason: 'type-not-known', example: text, column: header.name.type };
}
