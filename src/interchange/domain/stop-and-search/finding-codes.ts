import type { FindingMeaning } from '../finding-ledger.ts';
import { keysIn, tableFrom } from '../../../shared/tables.ts';

/**
 * Why a row is not decided: the one table of reasons. Every row that is read is decided or has exactly one of these,
 * so `decided` and the reasons' counts add up to the rows.
 */
export const SKIP_REASONS = {
  'unclosed-quote': 'a quotation mark is never closed; the lines after it were read as rows of their own',
  'malformed-row': 'more or fewer fields than the header has',
  'empty-row': 'every field is blank',
  'repeated-header': 'the header again, as where files were joined end to end',
  'type-not-known': 'the type is not one of person, vehicle, or person and vehicle search',
  'vehicle-only': 'only a vehicle was searched, so there is no person to decide on',
  'bad-date': 'the date is not a day or time of the form 2019-12-31T23:59:00+00:00',
  duplicate:
    'the same force, time, place and words as a row before it, in every column of the format; two people searched together can look so too',
} as const satisfies Record<string, string>;

export type SkipReason = keyof typeof SKIP_REASONS;

const warnings = {
  'power-not-recognised': 'the legislation is none that is known, so that the object alone says what was searched for',
  'object-not-recognised': 'the object is none that is known, so that the power alone says what was searched for',
  'drugs-power-other-object':
    'the power is section 23 of the Misuse of Drugs Act, which is for drugs, and the object is another; counted as a search for drugs',
  'drugs-object-other-power':
    'the object is controlled drugs, and the power is another than that to search for drugs; counted as a search for drugs',
  'drugs-not-the-object':
    'a search by the power for drugs had another object, and came to an outcome linked to it; it is not known that drugs were found',
  'yes-or-no-not-recognised': 'neither true nor false; nothing is taken from this column',
  'place-not-recognised': 'no number, so that the row is taken to have no place',
  'force-not-recognised': 'names no force that is known; the row is taken for one of the force that the file is of',
  'day-not-possible': 'the day is in the future, or before stop-and-search files began (2014); read as it stands',
  'age-range-not-recognised': 'the age range is none that data.police.uk uses, so the age is not known',
  'age-range-read-as-date': 'a spreadsheet made a date of the age range 10-17; read as 10 to 17',
  'gender-not-recognised': 'the gender is none that data.police.uk uses, so the sex is not known',
  'outcome-not-recognised': 'the outcome is none that data.police.uk uses, so nothing is taken from it',
  'link-not-recognised': 'whether the outcome is linked to the object is neither true nor false, so it is not known',
  'ethnicity-not-recognised': 'the ethnicity is none that data.police.uk uses, so it is not known from this column',
  'column-missing': 'the file has no such column, so what it would tell is not known for any row',
  'column-repeated': 'the file has this column more than once; the first is read',
  'other-force': 'the file names another force than the one asked for; decided for the one asked for',
  'date-without-offset': 'the date has no offset; a time was read as UTC, and a day without a time as it stands',
  'search-after-decision': 'the search is later than the day of the decision, so the age of the offence is not known',
  'stray-quote': 'a quotation mark inside a quoted field is not doubled; read as it stands',
  'no-rows': 'the file has a header and no rows',
} as const;

const notes = {
  'day-moved-to-london': 'the file gives UTC; the day in London is another, and was used',
  'age-not-given': 'the age range is not given, so the age is not known',
  'gender-not-given': 'the gender is not given, so the sex is not known',
  'ethnicity-not-given': 'the ethnicity is not given, so it is not known from this column',
  'power-not-given': 'the legislation is not given, so that the object alone says what was searched for',
  'object-not-given': 'the object is not given, so that the power alone says what was searched for',
  'outcome-not-given': 'the outcome is not given, so it is not known whether anything was found',
  'drugs-by-power-alone':
    'the object is not given, and the power is section 23 of the Misuse of Drugs Act, which is for drugs and nothing else; counted as a search for drugs',
  'copies-not-told':
    'the same in every column of the format as a row before it, and with no time of day and no place: copies cannot be told from different people, so each is counted',
  'separator-line': 'the first line says what stands between cells (sep=,); passed over',
  'row-names': 'the rows have a name more than there are columns, as R writes them; the names were passed over',
  'link-not-given':
    'a search for drugs came to an outcome and the link between them is not given, so it is not known that drugs were found',
  'drugs-not-the-find':
    'a search for drugs came to an outcome that was not linked to drugs, so it is not known that drugs were found',
  'linked-but-no-action':
    'a search for drugs is linked to an outcome of no further action, or to none; not taken as drugs found',
  'warning-without-link':
    'a cannabis or khat warning on a search not linked to drugs; the drug was found all the same, as the warning says',
  'text-not-utf8': 'the text is not UTF-8; read as Windows-1252',
  'text-utf16': 'the file is UTF-16; read as such',
  'byte-order-mark': 'the file begins with a byte-order mark; left out',
  'blank-line': 'a line between rows is blank; not counted as a row',
  'line-break-in-field': 'a quoted field runs over more than one line; read as one row',
  'column-not-used': 'a column that stop-and-search files do not have; not read',
  'name-and-content-differ':
    "the file's name and its content do not agree on whether it is compressed; read by content",
} as const;

function meanings<Code extends string>(
  level: FindingMeaning['level'],
  table: Readonly<Record<Code, string>>,
): Readonly<Record<Code, FindingMeaning>> {
  return tableFrom(keysIn(table), (code) => ({ level, says: table[code] }));
}

/** Everything that an import of a stop-and-search file may find. A `reject` is a reason for not deciding a row. */
export const FINDING_CODES = {
  ...meanings('reject', SKIP_REASONS),
  ...meanings('warn', warnings),
  ...meanings('note', notes),
};

export type FindingCode = keyof typeof FINDING_CODES;
