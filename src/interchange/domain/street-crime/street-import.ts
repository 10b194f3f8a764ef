import { ok, refuse, type Result } from '../../../shared/result.ts';
import { duplicateWindow, type DuplicateWindow } from '../duplicate-window.ts';
import { findingLedger, type ImportFinding } from '../finding-ledger.ts';
import { readableText } from '../readable-text.ts';
import type { RecordFile, RowBlock, RowOddity } from '../record-rows.ts';
import { rowPrinter } from '../row-print.ts';
import { namedForce } from '../stop-and-search/named-force.ts';
import type { Force } from '../../../reference/index.ts';
import { STREET_FINDINGS, STREET_SKIP_REASONS, type StreetSkipReason } from './street-findings.ts';
import { parseStreetHeader, type StreetHeader, type StreetHeaderRefusal } from './street-header.ts';

/** So many drugs crimes of a force and a month that were closed alike. */
export interface OutcomeCell {
  readonly force: string;
  /** As 2019-12. */
  readonly month: string;
  /** The last outcome category as it is written; empty where there is none. */
  readonly outcome: string;
  readonly count: number;
}

/** What became of a file's rows. */
export interface StreetCount {
  readonly rows: number;
  readonly counted: number;
  readonly skipped: Readonly<Partial<Record<StreetSkipReason, number>>>;
  readonly findings: readonly ImportFinding[];
  /** The forces and months that it has drugs crimes of, as `durham 2019-12`. */
  readonly forceMonths: readonly string[];
}

/** Cells that several files are counted into. */
export interface OutcomeCells {
  add(force: string, month: string, outcome: string): void;
  cells(): OutcomeCell[];
}

/** Nothing counted yet. */
export function outcomeCells(): OutcomeCells {
  const counted = new Map<string, { force: string; month: string; outcome: string; count: number }>();
  return {
    add(force, month, outcome) {
      const key = `${force}|${month}|${outcome}`;
      const held = counted.get(key);
      if (held) held.count += 1;
      else counted.set(key, { force, month: ownText(month), outcome: ownText(outcome), count: 1 });
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
  readonly forces: readonly Force[];
  readonly cells: OutcomeCells;
  /** The ids of the crimes of all files so far. */
  readonly seen?: DuplicateWindow;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * Reads a street-crime file row by row and counts its drugs crimes as they are published: a crime whose id is there
 * twice is two rows and counts twice, and the ledger says how often.
 */
export function streetImport(
  file: Pick<RecordFile, 'encoding' | 'hasByteOrderMark'>,
  { forces, cells, seen = duplicateWindow() }: StreetSetting,
): StreetImport {
  const ledger = findingLedger(STREET_FINDINGS);
  const printOf = rowPrinter();
  const forceOf = forceNamer(forces);
  const skips = new Map<StreetSkipReason, number>();
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

  function skipOf(fields: readonly string[], { at, width, names }: StreetHeader): StreetSkipReason | null {
    if (fields.length !== width) return 'malformed-row';
    const type = (fields[at.crimeType] ?? '').trim().toLowerCase();
    if (type === names[at.crimeType]?.toLowerCase()) return 'repeated-header';
    if (type !== 'drugs') return 'other-crime';
    return MONTH.test((fields[at.month] ?? '').trim()) ? null : 'bad-month';
  }

  function readRow(fields: readonly string[], oddity: RowOddity | undefined, there: StreetHeader): void {
    rows += 1;
    const reason = oddity === 'unclosed-quote' ? oddity : skipOf(fields, there);
    const force = reason === null ? forceOf(there.force.map((at) => fields[at] ?? '')) : null;
    const skip = reason ?? (force === null ? 'force-not-known' : null);
    if (skip !== null || force === null) {
      const why = skip ?? 'force-not-known';
      skips.set(why, (skips.get(why) ?? 0) + 1);
      const shown = why === 'force-not-known' ? there.force.map((at) => fields[at] ?? '').join(', ') : undefined;
      return ledger.counter(why).add(rows, shown);
    }
    const { at } = there;
    counted += 1;
    const outcome = readableText(fields[at.outcome] ?? '').text.trim();
    if (outcome === '') noted.blank.add(rows);
    const id = at.crimeId < 0 ? '' : (fields[at.crimeId] ?? '').trim();
    if (id === '') noted.noId.add(rows);
    else if (seen.hasSeen(printOf([id]))) noted.repeated.add(rows, id);
    const month = (fields[at.month] ?? '').trim();
    forceMonths.add(`${force} ${month}`);
    cells.add(force, month, outcome);
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
        const parsed = parseStreetHeader(fields);
        if (!parsed.ok) return parsed;
        header = parsed.value;
      }
      return ok(null);
    },
    finish() {
      if (header === null) return refuse(ONLY_BLANK_LINES);
      if (counted === 0) ledger.counter('no-rows').add(null);
      const skipped = Object.fromEntries(
        (Object.keys(STREET_SKIP_REASONS) as StreetSkipReason[]).flatMap((reason) =>
          skips.has(reason) ? [[reason, skips.get(reason)]] : [],
        ),
      );
      return ok({ rows, counted, skipped, findings: ledger.findings(), forceMonths: [...forceMonths] });
    },
  };
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

/** A text of its own: a part of a block's text would keep the whole block in memory. */
function ownText(text: string): string {
  return Array.from(text).join('');
}
