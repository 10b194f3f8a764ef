/**
 * Rows as they come from a file, in parts, so that the file is never in memory as a whole. Fields hold one character
 * for each byte of the file's UTF-8 or Windows-1252 text (readable-text.ts); line ends within fields are `\n`.
 */
export interface RowBlock {
  /** A blank line is a row of one empty field. */
  readonly rows: readonly (readonly string[])[];
  /** What is odd about some of the rows, by their place in `rows`. */
  readonly odd: ReadonlyMap<number, RowOddity>;
}

/**
 * `unclosed-quote`: the row is only its first line; what follows is read as rows of its own. `stray-quote`: a quotation
 * mark inside a quoted field was not doubled; the row was read as it stands.
 */
export type RowOddity = 'unclosed-quote' | 'stray-quote';

/** What reading a file came to grief on. */
export interface FileRefusal {
  readonly code:
    | 'file-not-found'
    | 'file-unreadable'
    | 'file-empty'
    | 'file-is-an-archive'
    | 'file-not-text'
    | 'compressed-file-incomplete'
    | 'compressed-file-damaged'
    | 'line-too-long';
  readonly problem: string;
  readonly remedy: string;
}

/** A file of records, opened. */
export interface RecordFile {
  readonly name: string;
  readonly encoding: 'utf-8' | 'utf-16';
  readonly hasByteOrderMark: boolean;
  readonly isCompressed: boolean;
  readonly saysCompressed: boolean;
  /** The rows, the header first. Ends early, with the reason, where the file does. May be gone through once. */
  readonly blocks: AsyncIterable<RowBlock | FileRefusal>;
  /** How much of the file has been read, from 0 to 1; null where that cannot be told. */
  progress(): number | null;
}
