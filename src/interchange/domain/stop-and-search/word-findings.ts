import { readableText } from '../readable-text.ts';
import type { Word, WordColumn } from '../word-column.ts';
import type { FindingCode } from './finding-codes.ts';
import type { ReadingPlace } from './header.ts';
import { isOtherForce } from './named-force.ts';
import type { SearchColumns } from './search-columns.ts';
import { AGES_MADE_DATES } from './search-facts.ts';

interface WordFindings {
  readonly column: Exclude<keyof SearchColumns, 'type'>;
  /** What is said of a field without a value; null where that is nothing to remark on. */
  readonly missing: FindingCode | null;
  readonly unknown: FindingCode;
}

const FINDINGS: readonly WordFindings[] = [
  { column: 'ageRange', missing: 'age-not-given', unknown: 'age-range-not-recognised' },
  { column: 'gender', missing: 'gender-not-given', unknown: 'gender-not-recognised' },
  { column: 'selfDefined', missing: 'ethnicity-not-given', unknown: 'ethnicity-not-recognised' },
  { column: 'officerDefined', missing: 'ethnicity-not-given', unknown: 'ethnicity-not-recognised' },
  { column: 'power', missing: 'power-not-given', unknown: 'power-not-recognised' },
  { column: 'object', missing: 'object-not-given', unknown: 'object-not-recognised' },
  { column: 'outcome', missing: 'outcome-not-given', unknown: 'outcome-not-recognised' },
  { column: 'link', missing: null, unknown: 'link-not-recognised' },
  { column: 'isOperation', missing: null, unknown: 'yes-or-no-not-recognised' },
  { column: 'clothing', missing: null, unknown: 'yes-or-no-not-recognised' },
];

/** Says of the words of each column which are missing and which are not known, with how often and where first. */
export function noteWords(
  columns: SearchColumns,
  place: ReadingPlace,
  { byEthnicity }: { readonly byEthnicity: boolean },
): void {
  const { ledger, header } = place;
  for (const { column, missing, unknown } of FINDINGS) {
    const isOfEthnicity = missing === 'ethnicity-not-given';
    if (header.at[column] < 0) {
      if (isOfEthnicity && byEthnicity) ledger.counter('column-missing', header.name[column]).add(null);
      continue;
    }
    const isSilent = isOfEthnicity && !byEthnicity;
    for (const word of columns[column].counted()) {
      const shown = { count: word.count, first: word.first, example: readableText(word.field).text };
      if (word.sort === 'unknown') ledger.wordCounter(unknown, header.name[column], shown.example).addAll(shown);
      if (word.sort === 'missing' && missing !== null && !isSilent) {
        ledger
          .counter(missing, header.name[column])
          .addAll(word.field === '' ? { ...shown, example: undefined } : shown);
      }
    }
  }
  for (const word of columns.ageRange.counted()) {
    if (!AGES_MADE_DATES.some((words) => words.toLowerCase() === word.field.trim().toLowerCase())) continue;
    ledger.counter('age-range-read-as-date', header.name.ageRange).addAll({ ...word, example: word.field });
  }
  for (const column of Object.values(columns)) noteTexts(column, place);
}

/** Says of words how their letters had to be read. */
function noteTexts(column: WordColumn<unknown>, { ledger, header }: ReadingPlace): void {
  for (const { field, isAscii, hasLineBreak, count, first } of column.counted()) {
    if (hasLineBreak) ledger.counter('line-break-in-field').addAll({ count, first });
    const { text, isUtf8 } = isAscii ? { text: field, isUtf8: true } : readableText(field);
    if (!isUtf8) {
      ledger.counter('text-not-utf8', header.names[column.at] ?? null).addAll({ count, first, example: text });
    }
  }
}

/** Columns that name the file that a row came from, by whatever name: not every one of these names a force. */
const OF_FILES = /file/i;

/** Warns of rows that name another force than the one asked for, or none that is known. */
export function noteForces(
  columns: readonly WordColumn<string | null>[],
  { ledger, header }: ReadingPlace,
  { force }: { readonly force: string | null },
): void {
  for (const column of columns) {
    const name = header.names[column.at] ?? null;
    for (const word of column.counted()) {
      const shown = { count: word.count, first: word.first, example: readableText(word.field).text };
      if (isOtherForce(word.meaning ?? null, force))
        ledger.wordCounter('other-force', name, shown.example).addAll(shown);
      if (isNotKnown(word) && !OF_FILES.test(name ?? '')) {
        ledger.wordCounter('force-not-recognised', name, shown.example).addAll(shown);
      }
    }
  }
}

function isNotKnown({ sort, meaning }: Word<string | null>): boolean {
  return sort !== 'missing' && (meaning ?? null) === null;
}
