import Papa from 'papaparse';
import type { RowBlock, RowOddity } from '../domain/record-rows.ts';
import { isSeparatorLine } from '../domain/separator-line.ts';

/** A record longer than this is taken for a quotation mark that was never closed. The longest real ones are under 1 KB. */
const LONGEST_RECORD = 64 * 1024;
const LONGEST_LINE = 1024 * 1024;
const CSV = { delimiter: ',', newline: '\n', quoteChar: '"' } as const;
const NONE_ODD: ReadonlyMap<number, RowOddity> = new Map();

/**
 * Splits CSV text that comes in pieces into rows, a block of rows for each piece. The memory in use depends on the size
 * of the pieces and not on the text's. Lines end in `\n`. Throws `LineTooLong` where a line is no line.
 *
 * A quotation mark that is never closed would swallow the rest of the file. Where a quoted field runs on for longer
 * than a record can be, or makes a record of several lines with another number of fields than the first row has, its
 * first line alone is given back, marked, and reading goes on with the line after it.
 */
export async function* csvBlocks(texts: AsyncIterable<string>): AsyncGenerator<RowBlock> {
  let pending = '';
  let width = 0;

  function blockOf(lines: string, isLast: boolean): RowBlock {
    const split = lines.includes('"') ? splitQuoted(lines, { width, isLast }) : splitPlain(lines);
    pending = split.rest + pending;
    width ||= widthOf(split.rows);
    return split;
  }

  for await (const text of texts) {
    pending += text;
    const end = pending.lastIndexOf('\n') + 1;
    if (end === 0 && pending.length > LONGEST_LINE) throw new LineTooLong();
    const lines = pending.slice(0, end);
    pending = pending.slice(end);
    yield blockOf(lines, false);
  }
  const lines = pending;
  pending = '';
  yield blockOf(lines, true);
}

/** How many fields the header has: the first row that is neither blank nor says what stands between cells. */
function widthOf(rows: readonly (readonly string[])[]): number {
  return rows.find((row) => (row.length > 1 || row[0] !== '') && !isSeparatorLine(row))?.length ?? 0;
}

/** Text with no line end in a megabyte. */
class LineTooLong extends Error {
  readonly code = 'LINE_TOO_LONG';
  constructor() {
    super('has a line of more than a megabyte');
  }
}

interface Split extends RowBlock {
  /** What could not be split yet: the beginning of a record that goes on in the next piece. */
  readonly rest: string;
}

function splitPlain(lines: string): Split {
  const { data } = Papa.parse<string[]>(lines, CSV);
  if (lines.endsWith('\n')) data.pop();
  return { rows: data, odd: NONE_ODD, rest: '' };
}

function splitQuoted(lines: string, { width, isLast }: { width: number; isLast: boolean }): Split {
  const rows: string[][] = [];
  const odd = new Map<number, RowOddity>();
  let from = 0;
  while (from < lines.length) {
    const { end, stop } = splitUntilStop(lines.slice(from), { width: width || widthOf(rows), rows, odd });
    from += end;
    if (stop === null) break;
    if (stop === 'open' && !isLast && lines.length - from <= LONGEST_RECORD) {
      return { rows, odd, rest: lines.slice(from) };
    }
    const lineEnd = lines.indexOf('\n', from);
    odd.set(rows.length, 'unclosed-quote');
    rows.push(lines.slice(from, lineEnd < 0 ? lines.length : lineEnd).split(','));
    from = lineEnd < 0 ? lines.length : lineEnd + 1;
  }
  return { rows, odd, rest: '' };
}

interface Sink {
  readonly width: number;
  readonly rows: string[][];
  readonly odd: Map<number, RowOddity>;
}

/**
 * Splits up to the first record whose quotation mark is still open at the text's end (`open`), or was closed so late
 * that it swallowed the lines between (`late`). `end` is where that record begins, or the text's end.
 */
function splitUntilStop(text: string, { width, rows, odd }: Sink): { end: number; stop: 'open' | 'late' | null } {
  let end = 0;
  let stop: 'open' | 'late' | null = null;
  Papa.parse<string[]>(text, {
    ...CSV,
    step({ data: row, errors, meta }, parser) {
      // After the last line end the parser gives one more row, of nothing.
      if (end === text.length) return;
      if (errors.some(({ code }) => code === 'MissingQuotes')) stop = 'open';
      else if (width > 0 && row.length !== width && row.some((field) => field.includes('\n'))) stop = 'late';
      if (stop !== null) return parser.abort();
      if (errors.length > 0) odd.set(rows.length, 'stray-quote');
      rows.push(row);
      end = meta.cursor;
    },
  });
  return { end, stop };
}
