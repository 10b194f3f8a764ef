import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { duplicateWindow, type DuplicateWindow } from '../duplicate-window.ts';
import { readableText } from '../readable-text.ts';
import { rowPrinter, type RowPrint } from '../row-print.ts';
import type { SkipReason } from './finding-codes.ts';
import { forceCheck, type ForceOptions } from './force-check.ts';
import type { StopAndSearchHeader } from './header.ts';
import { offenceReader, type SearchFind } from './offence-reader.ts';
import { personReader, type PersonFacts } from './person-reader.ts';
import { wordReader, type NumberedRow, type ReadingPlace } from './row-fields.ts';
import { searchDayReader } from './search-day.ts';

/** One person who was searched. */
export interface SearchRecord {
  /** The day of the search in London. */
  readonly day: CalendarDay;
  readonly person: PersonFacts;
  readonly find: SearchFind;
}

/** What a file is read for. */
export interface ReadingOptions extends ForceOptions {
  /** The day of every decision; null for the day of each search. */
  readonly asOf: CalendarDay | null;
  /** The rows of the files before, so that a row that is in two files counts once; none where the file stands alone. */
  readonly seen?: DuplicateWindow;
}

/** Reads rows one after another: the record that a row holds, or the reason why it is not decided. */
export type RecordReader = (row: NumberedRow) => SearchRecord | SkipReason;

/** Who or what was searched, by the type of the search. */
const TYPES: ReadonlyMap<string, 'person' | 'vehicle'> = new Map([
  ['Person search', 'person'],
  ['Person and Vehicle search', 'person'],
  ['Vehicle search', 'vehicle'],
]);

/**
 * A reader of the rows of one file. The first reason that holds is the row's: a vehicle search is one whether or not it
 * is also a copy, and copies are counted among the rows that would have been decided.
 */
export function recordReader(place: ReadingPlace, options: ReadingOptions): RecordReader {
  const { header, ledger } = place;
  const printOf = rowPrinter();
  const seen = options.seen ?? duplicateWindow();
  const typeOf = wordReader(place, { column: 'type', meanings: TYPES, blank: null, notRecognised: null });
  const dayOf = searchDayReader();
  const personOf = personReader(place);
  const findOf = offenceReader(place);
  const checkForce = forceCheck(place, options);
  const moved = ledger.counter('day-moved-to-london', header.name.date);
  const afterDecision = ledger.counter('search-after-decision', header.name.date);
  const withoutOffset = ledger.counter('date-without-offset', header.name.date);

  return (row) => {
    const { fields, number } = row;
    if (fields.length !== header.width) return 'malformed-row';
    const print = printOf(fields);
    noteText(row, print, place);
    const type = typeOf(row);
    if (type === 'vehicle') return 'vehicle-only';
    if (type === undefined) return reasonWithoutType(fields, header);
    const text = (fields[header.at.date] ?? '').trim();
    const date = dayOf(text);
    if (date === null) return 'bad-date';
    if (seen.hasSeen(print)) return 'duplicate';
    if (date.isMoved) moved.add(number, text);
    if (date.isWithoutOffset) withoutOffset.add(number, text);
    checkForce(row);
    const find = findOf(row);
    if (find.drugsFound && options.asOf !== null && date.day > options.asOf) afterDecision.add(number, text);
    return { day: date.day, person: personOf(row), find };
  };
}

function reasonWithoutType(fields: readonly string[], header: StopAndSearchHeader): SkipReason {
  if (fields.every((field) => field.trim() === '')) return 'empty-row';
  // A file that was joined on may have had a byte-order mark before its header.
  const isHeader = fields.every(
    (field, index) => readableText(field).text.replace('\uFEFF', '').trim() === header.names[index],
  );
  return isHeader ? 'repeated-header' : 'type-not-known';
}

function noteText({ fields, number }: NumberedRow, print: RowPrint, { header, ledger }: ReadingPlace): void {
  if (print.hasLineBreak) ledger.counter('line-break-in-field').add(number);
  if (print.isAscii) return;
  fields.forEach((field, index) => {
    const { text, isUtf8 } = readableText(field);
    if (!isUtf8) ledger.counter('text-not-utf8', header.names[index] ?? null).add(number, text);
  });
}
