import { isMissingWord } from '../../../shared/missing-word.ts';
import type { DuplicateWindow } from '../duplicate-window.ts';
import { readableText } from '../readable-text.ts';
import { RowPrint } from '../row-print.ts';
import type { ReadingPlace } from './header.ts';
import type { SearchDay } from './search-day.ts';

/** `copy`: of a row before it. `like-another`: the same as a row before it, and whether it is a copy cannot be told. */
export type Likeness = 'none' | 'copy' | 'like-another';

/** All by which a row is told from another: its force and every column of the format, whatever columns were added. */
export interface ComparedRow {
  readonly fields: readonly string[];
  readonly row: number;
  readonly force: string | null;
  readonly date: SearchDay;
  /** The prints of the words of its other columns, added up. */
  readonly high: number;
  readonly low: number;
}

/**
 * Tells the copies of rows. A copy is a row of the same force that is the same in every column of the format, and only
 * where there is a time of day or a place: without both, a row looks like anybody else's of that day, and nothing tells
 * whether it is a copy. A value that is missing is missing in both, however each writes that.
 */
export function copyJudge({ header, ledger }: ReadingPlace, seen: DuplicateWindow): (row: ComparedRow) => Likeness {
  const { at, name } = header;
  const print = new RowPrint();
  const printOfForce = forcePrints();
  const lineBreaks = ledger.counter('line-break-in-field');

  function hasPlace(text: string, column: 'latitude' | 'longitude', row: number): boolean {
    if (text === '') return false;
    if (beginsAsNumber(text) || LIKE_A_NUMBER.test(text)) return true;
    if (!isMissingWord(text)) ledger.wordCounter('place-not-recognised', name[column], text).add(row, text);
    return false;
  }

  function printText(text: string): void {
    if (text !== '' && !beginsAsNumber(text) && isMissingWord(text)) print.blank(text);
    else print.text(text);
  }

  return ({ fields, row, force, date, high, low }) => {
    const operation = textAt(fields, at.operation);
    const latitude = textAt(fields, at.latitude);
    const longitude = textAt(fields, at.longitude);
    const ofForce = printOfForce(force);
    print.begin().pair(ofForce.high, ofForce.low).number(date.seconds).pair(high, low);
    printText(operation);
    printText(latitude);
    printText(longitude);
    print.end();
    if (print.hasLineBreak) lineBreaks.add(row);
    if (!print.isAscii) noteEncoding(fields, row, { header, ledger });
    const isPlaced = hasPlace(latitude, 'latitude', row) && hasPlace(longitude, 'longitude', row);
    if (!seen.hasSeen(print)) return 'none';
    return date.hasTime || isPlaced ? 'copy' : 'like-another';
  };
}

const ZERO = 48;
const MINUS = 45;
const LIKE_A_NUMBER = /^\s*[-+]?\d/;

/** As nearly every place does; no word for a missing value does. */
function beginsAsNumber(text: string): boolean {
  return isDigit(text, 0) || (text.charCodeAt(0) === MINUS && isDigit(text, 1));
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= ZERO && code < ZERO + 10;
}

function textAt(fields: readonly string[], at: number): string {
  return at < 0 ? '' : (fields[at] ?? '');
}

function noteEncoding(fields: readonly string[], row: number, { header, ledger }: ReadingPlace): void {
  for (const at of [header.at.operation, header.at.latitude, header.at.longitude]) {
    const { text, isUtf8 } = readableText(textAt(fields, at));
    if (!isUtf8) ledger.counter('text-not-utf8', header.names[at] ?? null).add(row, text);
  }
}

/** The print of a force's id, remembered: neighbouring rows are of one force. */
function forcePrints(): (force: string | null) => { readonly high: number; readonly low: number } {
  const print = new RowPrint();
  let last: string | null | undefined;
  return (force) => {
    if (force !== last) {
      print.begin().text(force ?? '');
      last = force;
    }
    return print;
  };
}
