import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import { findingLedger, type FindingLedger, type ImportFinding } from '../finding-ledger.ts';
import type { RecordFile, RowBlock, RowOddity } from '../record-rows.ts';
import { FINDING_CODES, SKIP_REASONS, type FindingCode, type SkipReason } from './finding-codes.ts';
import { isOtherForce, type ForceOptions } from './force-check.ts';
import { parseHeader, type HeaderRefusal } from './header.ts';
import { recordReader, type RecordReader, type ReadingOptions, type SearchRecord } from './record-reader.ts';
import type { NumberedRow, ReadingPlace } from './row-fields.ts';

/** What became of the rows of a file: every row was either decided or skipped for one reason. */
export interface ImportCount {
  readonly rows: number;
  readonly decided: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly findings: readonly ImportFinding[];
  /** The first and the last day of the searches decided; null where none was. */
  readonly days: { readonly first: CalendarDay; readonly last: CalendarDay } | null;
}

export interface RecordImport {
  /** Reads a part of the file's rows, the header first. Refuses a file that is not of the format. */
  read(block: RowBlock): Result<null, HeaderRefusal>;
  /** The count so far. */
  readonly rows: number;
  /** What became of the file. Refuses one that ended before a header. */
  finish(): Result<ImportCount, HeaderRefusal>;
}

/** What the reader of a file is told of the file itself. */
export type FileTraits = Pick<RecordFile, 'name' | 'encoding' | 'hasByteOrderMark' | 'isCompressed' | 'saysCompressed'>;

/** Handles the records of a file one after another, each with the row it was read from. */
export type RecordHandler = (record: SearchRecord, row: NumberedRow) => void;

const ONLY_BLANK_LINES: HeaderRefusal = {
  code: 'not-stop-and-search',
  problem: 'holds nothing but blank lines',
  remedy: 'download it again',
};

/**
 * Reads a stop-and-search file row by row and passes each record to a handler, which is made once the header is known
 * and may read more columns of the row. Counts every row once, and notes what was odd.
 */
export function recordImport(
  traits: FileTraits,
  options: ReadingOptions,
  handlerOf: (place: ReadingPlace) => RecordHandler,
): RecordImport {
  const ledger = findingLedger(FINDING_CODES);
  const tally = {
    rows: 0,
    decided: 0,
    blankLines: 0,
    first: null as CalendarDay | null,
    last: null as CalendarDay | null,
  };
  const skips = skipCounters(ledger);
  let readRecord: RecordReader | null = null;
  let handleRecord: RecordHandler | null = null;
  noteFile(traits, options, ledger);

  function readHeader(fields: readonly string[]): Result<null, HeaderRefusal> {
    const header = parseHeader(fields, ledger);
    if (!header.ok) return header;
    const place = { header: header.value, ledger };
    readRecord = recordReader(place, options);
    handleRecord = handlerOf(place);
    return ok(null);
  }

  function readRow(reader: RecordReader, fields: readonly string[], oddity: RowOddity | undefined): void {
    tally.rows += 1;
    noteBlankLines();
    if (oddity === 'stray-quote') ledger.counter('stray-quote').add(tally.rows);
    const row = { fields, number: tally.rows };
    const reading = oddity === 'unclosed-quote' ? oddity : reader(row);
    if (typeof reading === 'string') return skips[reading].add(tally.rows);
    tally.decided += 1;
    if (tally.first === null || reading.day < tally.first) tally.first = reading.day;
    if (tally.last === null || reading.day > tally.last) tally.last = reading.day;
    handleRecord?.(reading, row);
  }

  /** Blank lines count where a row follows: those at the end of a file are how it ends. */
  function noteBlankLines(): void {
    for (; tally.blankLines > 0; tally.blankLines -= 1) ledger.counter('blank-line').add(tally.rows);
  }

  return {
    get rows() {
      return tally.rows;
    },
    read({ rows, odd }) {
      let index = -1;
      for (const fields of rows) {
        index += 1;
        if (fields.length === 1 && fields[0] === '') tally.blankLines += 1;
        else if (readRecord) readRow(readRecord, fields, odd.get(index));
        else {
          const header = readHeader(fields);
          if (!header.ok) return header;
        }
      }
      return ok(null);
    },
    finish() {
      if (!readRecord) return refuse(ONLY_BLANK_LINES);
      if (tally.rows === 0) ledger.counter('no-rows').add(null);
      const { rows, decided, first, last } = tally;
      const skipped = Object.fromEntries(
        Object.entries(skips).flatMap(([reason, { count }]) => (count > 0 ? [[reason, count]] : [])),
      );
      return ok({ rows, decided, skipped, findings: ledger.findings(), days: first && last && { first, last } });
    },
  };
}

function skipCounters(ledger: FindingLedger<FindingCode>) {
  const reasons = Object.keys(SKIP_REASONS) as SkipReason[];
  const counters = reasons.map((reason) => [reason, ledger.counter(reason)] as const);
  return Object.fromEntries(counters) as Record<SkipReason, ReturnType<typeof ledger.counter>>;
}

function noteFile(traits: FileTraits, options: ForceOptions, ledger: FindingLedger<FindingCode>): void {
  const { name, encoding, hasByteOrderMark, isCompressed, saysCompressed } = traits;
  if (encoding === 'utf-16') ledger.counter('text-utf16').add(null);
  if (hasByteOrderMark) ledger.counter('byte-order-mark').add(null);
  if (isCompressed !== saysCompressed) ledger.counter('name-and-content-differ').add(null, name);
  if (isOtherForce(name, options)) ledger.counter('other-force').add(null, name);
}
