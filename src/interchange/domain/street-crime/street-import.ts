import { ok, refuse, type Result } from '../../../shared/result.ts';
import { duplicateWindow, type DuplicateWindow } from '../duplicate-window.ts';
import { isMissingWord } from '../../../shared/missing-word.ts';
import { findingLedger, type ImportFinding } from '../finding-ledger.ts';
import { readableText } from '../readable-text.ts';
import type { RecordFile, RowBlock, RowOddity } from '../record-rows.ts';
import { noRowUsable, refusedRows, type RefusedRows } from '../refused-rows.ts';
import { RowPrint } from '../row-print.ts';
import { isSeparatorLine } from '../separator-line.ts';
import { ownText } from '../word-column.ts';
import { namedForce } from '../stop-and-search/named-force.ts';
import type { Force } from '../../../reference/index.ts';
import { STREET_FINDINGS, STREET_SKIP_REASONS, type StreetSkipReason } from './street-findings.ts';
import { parseStreetHeader, type StreetHeader, type StreetHeaderRefusal } from './street-header.ts';
import { keysIn } from '../../../shared/tables.ts';

/** So many drugs crimes of a force and a month that were closed alike. */
export interface OutcomeCell {
  readonly force: string;
  /** As 2019-12. */
  readonly month: string;
  /** The last outcome category as it is written; empty where there is none. */
  readonly outcome: string;
  readonly count: number;
  /** Where the first of them stands: the file, and the row counted from 1 without the header. */
  readonly first: { readonly file: string; readonly row: number };
}

/** What became of a file's rows. */
export interface StreetCount {
  readonly rows: number;
  readonly counted: number;
  readonly skipped: Readonly<Partial<Record<StreetSkipReason, number>>>;
  readonly findings: readonly ImportFinding[];
  /** The reasons for skipping with the first row of each, the most frequent first. */
  readonly refused: readonly RefusedRows[];
  /** The forces and months that it has drugs crimes of, as `durham 2019-12`. */
  readonly forceMonths: readonly string[];
}

/** Cells that several files are counted into. */
export interface OutcomeCells {
  add(crime: Omit<OutcomeCell, 'count'>): void;
  cells(): OutcomeCell[];
}

/** Nothing counted yet. */
export function outcomeCells(): OutcomeCells {
  const counted = new Map<string, OutcomeCell & { count: number }>();
  return {
    add({ force, month, outcome, first }) {
      const key = `${force}|${month}|${outcome}`;
      const held = counted.get(key);
      if (held) held.count += 1;
      else counted.set(key, { force, month: ownText(month), outcome: ownText(outcome), count: 1, first });
    },
    cells: () => [...counted.values()],
  };
}

export interface StreetImport {
  read(block: RowBlock): Result<null, StreetHeaderRefusal>;
  readonly rows: number;
  finish(): Result<StreetCount, StreetHeaderRefusal>;
}

export interface StreetSetting {
  /** The month in which the file is read, as 2019-12: no crime can be of a later one. */
  readonly thisMonth: string;
  readonly forces: readonly Force[];
  readonly cells: OutcomeCells;
  /** The ids of the crimes of all files so far. */
  readonly seen?: DuplicateWindow;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const FIRST_MONTH = '2010-12';

/** data.police.uk's types of crime other than drugs, of all its years. */
const OTHER_TYPES: ReadonlySet<string> = new Set([
  'anti-social behaviour',
  'bicycle theft',
  'burglary',
  'criminal damage and arson',
  'other crime',
  'other theft',
  'possession of weapons',
  'public disorder and weapons',
  'public order',
  'robbery',
  'shoplifting',
  'theft from the person',
  'vehicle crime',
  'violence and sexual offences',
  'violent crime',
]);

/** Skipped as the format means it, and not because something is wrong with the row. */
const EXPECTED: ReadonlySet<string> = new Set<StreetSkipReason>(['other-crime']);

interface Skipped {
  readonly reason: StreetSkipReason;
  readonly example?: string;
  /** Whether each word is to be told. */
  readonly isWord?: true;
}

/**
 * Reads a street-crime file row by row and counts its drugs crimes as they are published: a crime whose id is there
 * twice is two rows and counts twice, and the ledger says how often.
 */
export function streetImport(
  file: Pick<RecordFile, 'name' | 'encoding' | 'hasByteOrderMark'>,
  { forces, thisMonth, cells, seen = duplicateWindow() }: StreetSetting,
): StreetImport {
  const ledger = findingLedger(STREET_FINDINGS);
  const print = new RowPrint();
  const forceOf = forceNamer(forces);
  const noted = {
    blank: ledger.counter('outcome-not-given'),
    repeated: ledger.counter('id-repeated'),
    noId: ledger.counter('id-not-given'),
  };
  const forceMonths = new Set<string>();
  let header: StreetHeader | null = null;
  let [rows, counted] = [0, 0];
  if (file.encoding === 'utf-16') ledger.counter('text-utf16').add(null);
  if (file.hasByteOrderMark) ledger.counter('byte-order-mark').add(null);

  function skipOf(fields: readonly string[], { at, width, names }: StreetHeader): Skipped | null {
    if (fields.length !== width) {
      return { reason: 'malformed-row', example: `${fields.length} fields under ${width} columns` };
    }
    const written = (fields[at.crimeType] ?? '').trim();
    const type = written.toLowerCase();
    if (type !== 'drugs') {
      if (OTHER_TYPES.has(type)) return { reason: 'other-crime' };
      if (type === names[at.crimeType]?.toLowerCase()) return { reason: 'repeated-header' };
      return { reason: 'crime-type-not-known', example: readableText(written).text, isWord: true };
    }
    const month = (fields[at.month] ?? '').trim();
    return MONTH.test(month) ? null : { reason: 'bad-month', example: month };
  }

  function skip({ reason, example, isWord }: Skipped): void {
    if (isWord && example !== undefined) ledger.wordCounter(reason, null, example).add(rows, example);
    else ledger.counter(reason).add(rows, example);
  }

  function readRow(fields: readonly string[], oddity: RowOddity | undefined, there: StreetHeader): void {
    rows += 1;
    const skipped = oddity === 'unclosed-quote' ? { reason: oddity } : skipOf(fields, there);
    if (skipped !== null) return skip(skipped);
    const { at } = there;
    const named = there.force.map((column) => fields[column] ?? '');
    const force = forceOf(named);
    if (force === null) return skip({ reason: 'force-not-known', example: forceWords(named), isWord: true });
    counted += 1;
    const written = readableText(fields[at.outcome] ?? '').text.trim();
    const outcome = isMissingWord(written) ? '' : written;
    if (outcome === '') noted.blank.add(rows, written === '' ? undefined : written);
    const id = at.crimeId < 0 ? '' : (fields[at.crimeId] ?? '').trim();
    if (isMissingWord(id)) noted.noId.add(rows);
    else if (seen.hasSeen(print.begin().text(id).end())) noted.repeated.add(rows, id);
    const month = (fields[at.month] ?? '').trim();
    if (month > thisMonth || month < FIRST_MONTH) ledger.counter('month-not-possible').add(rows, month);
    forceMonths.add(`${force} ${month}`);
    cells.add({ force, month, outcome, first: { file: file.name, row: rows } });
  }

  return {
    get rows() {
      return rows;
    },
    read(block) {
      for (const [index, fields] of block.rows.entries()) {
        if (fields.length === 1 && fields[0] === '') continue;
        if (header !== null) {
          readRow(fields, block.odd.get(index), header);
          continue;
        }
        if (isSeparatorLine(fields)) {
          ledger.counter('separator-line').add(null, fields[0]);
          continue;
        }
        const parsed = parseStreetHeader(fields);
        if (!parsed.ok) return parsed;
        header = parsed.value;
      }
      return ok(null);
    },
    finish() {
      if (header === null) return refuse(ONLY_BLANK_LINES);
      const refused = refusedRows(ledger, STREET_SKIP_REASONS);
      const isRefused = rows > 0 && counted === 0 && refused.every(({ reason }) => !EXPECTED.has(reason));
      if (isRefused) return refuse(noRowUsable(rows, refused));
      if (counted === 0) ledger.counter(rows === 0 ? 'no-rows' : 'no-drugs-crime').add(null);
      const skipped = Object.fromEntries(
        keysIn(STREET_SKIP_REASONS).flatMap((reason) => {
          const count = ledger.countOf(reason);
          return count > 0 ? [[reason, count]] : [];
        }),
      );
      return ok({ rows, counted, skipped, refused, findings: ledger.findings(), forceMonths: [...forceMonths] });
    },
  };
}

/** What stands in the columns that should name a force, each word once. */
function forceWords(named: readonly string[]): string {
  return [...new Set(named.map((text) => readableText(text).text.trim()))].filter((text) => text !== '').join(', ');
}

const ONLY_BLANK_LINES: StreetHeaderRefusal = {
  code: 'not-street-crime',
  problem: 'holds nothing but blank lines',
  remedy: 'download it again',
};

/** The force that the columns name, the first that names one. */
function forceNamer(forces: readonly Force[]): (texts: readonly string[]) => string | null {
  const known = new Map<string, string | null>();
  return (texts) => {
    for (const text of texts) {
      if (!known.has(text)) known.set(ownText(text), namedForce(text, forces));
      const force = known.get(text);
      if (force !== undefined && force !== null) return force;
    }
    return null;
  };
}
