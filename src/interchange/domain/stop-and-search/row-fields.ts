import type { FindingCounter, FindingLedger } from '../finding-ledger.ts';
import { readableText } from '../readable-text.ts';
import type { FindingCode } from './finding-codes.ts';
import type { ReadColumn, StopAndSearchHeader } from './header.ts';

/** Where a reader finds its columns and puts its findings. */
export interface ReadingPlace {
  readonly header: StopAndSearchHeader;
  readonly ledger: FindingLedger<FindingCode>;
}

/** A row with its number, counted from 1 without the header. */
export interface NumberedRow {
  readonly fields: readonly string[];
  readonly number: number;
}

/** What the words of a column mean. Undefined where the word is blank, or not in the table; both are noted. */
export type WordReader<Meaning> = (row: NumberedRow) => Meaning | undefined;

export interface WordTable<Meaning> {
  readonly column: ReadColumn;
  /** By the words as data.police.uk writes them; capitals and blanks around them do not count. */
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** The finding for a blank field; none where a blank is nothing to remark on. */
  readonly blank: FindingCode | null;
  readonly notRecognised: FindingCode | null;
}

/** A reader of one column. Where the file does not have the column, it finds and notes nothing: that is noted once. */
export function wordReader<Meaning>(
  { header, ledger }: ReadingPlace,
  { column, meanings, blank, notRecognised }: WordTable<Meaning>,
): WordReader<Meaning> {
  const at = header.at[column];
  if (at < 0) return () => undefined;
  const inSmallLetters = new Map([...meanings].map(([words, meaning]) => [words.toLowerCase(), meaning]));
  const blanks: FindingCounter | null = blank && ledger.counter(blank, header.name[column]);
  const others: FindingCounter | null = notRecognised && ledger.counter(notRecognised, header.name[column]);
  return ({ fields, number }) => {
    const field = fields[at] ?? '';
    // Nearly every field is written as published: that spares a copy of it in small letters.
    const meaning = meanings.get(field) ?? inSmallLetters.get(field.trim().toLowerCase());
    if (meaning !== undefined) return meaning;
    if (field.trim() === '') blanks?.add(number);
    else others?.add(number, readableText(field).text);
    return undefined;
  };
}
