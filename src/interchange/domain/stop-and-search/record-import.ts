import type { CalendarDay } from '../../../shared/calendar-day.ts';
import { ok, refuse, type Result } from '../../../shared/result.ts';
import { findingLedger, type FindingLedger, type ImportFinding } from '../finding-ledger.ts';
import type { RecordFile, RowBlock } from '../record-rows.ts';
import { noRowUsable, refusedRows, type RefusedRows } from '../refused-rows.ts';
import { isSeparatorLine } from '../separator-line.ts';
import { FINDING_CODES, SKIP_REASONS, type FindingCode, type SkipReason } from './finding-codes.ts';
import { parseHeader, type HeaderRefusal, type ReadingPlace } from './header.ts';
import { isOtherForce, namedForce } from './named-force.ts';
import { hasRowNames } from './row-names.ts';
import { searchReader, type ReadingOptions, type Search, type SearchReader } from './search-reader.ts';
import { keysIn, tableFrom } from '../../../shared/tables.ts';

/** What became of the rows of a file: every row was either decided or skipped for one reason. */
export interface ImportCount {
  readonly rows: number;
  readonly decided: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly findings: readonly ImportFinding[];
  /** The reasons for skipping with the first row of each, the most frequent first. */
  readonly refused: readonly RefusedRows[];
  /** The first and the last day of the searches decided; null where none was. */
  readonly days: { readonly first: CalendarDay; readonly last: CalendarDay } | null;
}

export interface RecordImport {
  /** Reads a part of the file's rows, the header first. Refuses a file that is not of the format. */
  read(block: RowBlock): Result<null, HeaderRefusal>;
  /** The count so far. */
  readonly rows: number;
  /** What became of the file. Refuses one that ended before a header, and one of which every row is refused. */
  finish(): Result<ImportCount, HeaderRefusal>;
}

/** What the reader of a file is told of the file itself. */
export type FileTraits = Pick<RecordFile, 'name' | 'encoding' | 'hasByteOrderMark' | 'isCompressed' | 'saysCompressed'>;

/** Handles the searches of a file one after another; a copy of another search is handed over too, and says so. */
export type SearchHandler = (search: Search) => void;

const ONLY_BLANK_LINES: HeaderRefusal = {
  code: 'not-stop-and-search',
  problem: 'holds nothing but blank lines',
  remedy: 'download it again',
};

/** Skipped as the format means it, and not because something is wrong with the row. */
const EXPECTED: ReadonlySet<string> = new Set<SkipReason>(['vehicle-only', 'duplicate']);

/**
 * Reads a stop-and-search file row by row and passes each search to a handler. Counts every row once, and notes what was
 * odd.
 */
export function recordImport(traits: FileTraits, options: ReadingOptions, handle: SearchHandler): RecordImport {
  const ledger = findingLedger(FINDING_CODES);
  const counters = skipCounters(ledger);
  const tally = {
    rows: 0,
    decided: 0,
    blankLines: 0,
    first: null as CalendarDay | null,
    last: null as CalendarDay | null,
  };
  let place: ReadingPlace | null = null;
  let reader: SearchReader | null = null;
  let rowNames = 0;
  let lastDay: CalendarDay | null = null;
  noteFile(traits, options, ledger);

  function readHeader(fields: readonly string[]): Result<null, HeaderRefusal> {
    if (isSeparatorLine(fields)) {
      ledger.counter('separator-line').add(null, fields[0]);
      return ok(null);
    }
    const header = parseHeader(fields, ledger);
    if (!header.ok) return header;
    place = { header: header.value, ledger };
    reader = searchReader(place, options);
    return ok(null);
  }

  function readRow(own: SearchReader, { header }: ReadingPlace, fields: readonly string[]): void {
    if (tally.rows === 1 && hasRowNames(fields, header)) {
      rowNames = 1;
      ledger.counter('row-names').add(null, fields[0]);
    }
    const isNamed = rowNames === 1 && fields.length === header.width + 1;
    const found = own.read(isNamed ? fields.slice(1) : fields, tally.rows);
    if ('reason' in found) {
      const { reason, example, column } = found;
      if (column === undefined || example === undefined) counters[reason].add(tally.rows, example);
      else ledger.wordCounter(reason, column, example).add(tally.rows, example);
      return;
    }
    handle(found);
    if (found.likeness === 'copy') return counters.duplicate.add(tally.rows);
    tally.decided += 1;
    // Neighbouring rows share a day.
    if (found.day !== lastDay) noteSpan((lastDay = found.day));
  }

  function noteSpan(day: CalendarDay): void {
    if (tally.first === null || day < tally.first) tally.first = day;
    if (tally.last === null || day > tally.last) tally.last = day;
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
        if (fields.length === 1 && fields[0] === '') {
          tally.blankLines += 1;
          continue;
        }
        if (reader === null || place === null) {
          const header = readHeader(fields);
          if (!header.ok) return header;
          continue;
        }
        tally.rows += 1;
        if (tally.blankLines > 0) noteBlankLines();
        const oddity = odd.size === 0 ? undefined : odd.get(index);
        if (oddity === 'stray-quote') ledger.counter('stray-quote').add(tally.rows);
        if (oddity === 'unclosed-quote') counters['unclosed-quote'].add(tally.rows);
        else readRow(reader, place, fields);
      }
      return ok(null);
    },
    finish() {
      if (reader === null) return refuse(ONLY_BLANK_LINES);
      const { rows, decided, first, last } = tally;
      if (rows === 0) ledger.counter('no-rows').add(null);
      reader.finish();
      const refused = refusedRows(ledger, SKIP_REASONS);
      const isRefused = rows > 0 && decided === 0 && refused.every(({ reason }) => !EXPECTED.has(reason));
      if (isRefused) return refuse(noRowUsable(rows, refused));
      const skipped = Object.fromEntries(
        keysIn(SKIP_REASONS).flatMap((reason) => {
          const count = ledger.countOf(reason);
          return count > 0 ? [[reason, count]] : [];
        }),
      );
      return ok({
        rows,
        decided,
        skipped,
        refused,
        findings: ledger.findings(),
        days: first && last && { first, last },
      });
    },
  };
}

function skipCounters(ledger: FindingLedger<FindingCode>) {
  return tableFrom(keysIn(SKIP_REASONS), (reason) => ledger.counter(reason));
}

function noteFile(traits: FileTraits, { force, forces }: ReadingOptions, ledger: FindingLedger<FindingCode>): void {
  const { name, encoding, hasByteOrderMark, isCompressed, saysCompressed } = traits;
  if (encoding === 'utf-16') ledger.counter('text-utf16').add(null);
  if (hasByteOrderMark) ledger.counter('byte-order-mark').add(null);
  if (isCompressed !== saysCompressed) ledger.counter('name-and-content-differ').add(null, name);
  if (isOtherForce(namedForce(name, forces), force)) ledger.counter('other-force').add(null, name);
}
