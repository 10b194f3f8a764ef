import Papa from 'papaparse';

/**
 * The cells of a file of comma-separated lines, as places in its text. Nothing is cut out of the text until it is asked
 * for, so that a file of a million lines takes little more room than it has on disk.
 */
export interface CsvCells {
  readonly text: string;
  readonly headings: readonly string[];
  readonly rows: number;
  /**
   * For each row below the headings where each of its cells begins, and as one more the place after the separator that
   * would follow the last.
   */
  readonly starts: Uint32Array;
}

/** A row that can't be read: one with another number of cells than there are headings, counted from 1 below them. */
export type OddRow =
  | { readonly row: number; readonly problem: 'width'; readonly cells: number; readonly columns: number }
  | { readonly row: number; readonly problem: 'unclosed-quote' };

/**
 * Finds the cells of a text. Lines without anything in them are passed over. Null where there are none at all.
 *
 * papaparse says what stands between cells and reads whatever has quotation marks. A text without any has nothing to
 * read but separators and line ends; these are looked for in place, with papaparse's settings and to the same cells (a
 * test holds them side by side), since cutting every cell out takes four times as long.
 */
export function csvCells(text: string): CsvCells | OddRow | null {
  const lines = (text.includes('\n') ? text : text.replaceAll('\r', '\n')).replace(BLANK_LINES, '');
  const { data, meta } = Papa.parse<string[]>(lines.slice(0, BEGINNING), { ...SETTINGS, preview: 1 });
  const [headings] = data;
  if (headings === undefined) return null;
  if (lines.includes('"')) return cellsOfQuoted(lines, meta.delimiter);
  return cellsOfPlain(lines, headings, meta.delimiter.charCodeAt(0));
}

/** How papaparse is asked, whichever way the cells are found. */
const SETTINGS = { quoteChar: '"', skipEmptyLines: 'greedy' } as const;
/** Enough of a file to see its headings and what stands between its cells. */
const BEGINNING = 256 * 1024;
const BLANK_LINES = /^(?:\s*\n)+/;

/** Cells with quotation marks are taken out of them, and put side by side in a text of their own. */
function cellsOfQuoted(lines: string, delimiter: string): CsvCells | OddRow | null {
  const { data, errors } = Papa.parse<string[]>(lines, { ...SETTINGS, delimiter });
  const [headings = [], ...rows] = data;
  const odd = rows.findIndex((row) => row.length !== headings.length);
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes')?.row;
  if (unclosed !== undefined && (odd === -1 || unclosed - 1 <= odd))
    return { row: unclosed, problem: 'unclosed-quote' };
  if (odd !== -1) return { row: odd + 1, problem: 'width', cells: rows[odd]?.length ?? 0, columns: headings.length };
  const width = headings.length + 1;
  const starts = new Uint32Array(rows.length * width);
  let at = 0;
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      starts[row * width + column] = at;
      at += cell.length + 1;
    }
    starts[row * width + width - 1] = at;
  }
  return {
    text: rows.map((cells) => `${cells.join(SEPARATOR)}${SEPARATOR}`).join(''),
    headings,
    rows: rows.length,
    starts,
  };
}

/** One character, which one it is does not matter. */
const SEPARATOR = '\n';
const NEW_LINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;

function cellsOfPlain(text: string, headings: readonly string[], delimiter: number): CsvCells | OddRow {
  const width = headings.length + 1;
  let starts = new Uint32Array(width * 1024);
  let rows = -1;
  for (let at = 0; at < text.length;) {
    if (starts.length < (rows + 2) * width) {
      const larger = new Uint32Array(starts.length * 2);
      larger.set(starts);
      starts = larger;
    }
    let cells = 1;
    let isBlank = true;
    let cell = Math.max(0, rows) * width;
    const last = cell + width - 1;
    starts[cell++] = at;
    let code = NEW_LINE;
    for (; at < text.length; at += 1) {
      code = text.charCodeAt(at);
      if (code === NEW_LINE) break;
      if (code === delimiter) {
        cells += 1;
        if (cell < last) starts[cell++] = at + 1;
      } else if (code > SPACE) isBlank = false;
    }
    const end = text.charCodeAt(at - 1) === CARRIAGE_RETURN ? at - 1 : at;
    starts[last] = end + 1;
    at += 1;
    if (isBlank) continue;
    if (rows >= 0 && cells !== headings.length)
      return { row: rows + 1, problem: 'width', cells, columns: headings.length };
    rows += 1;
  }
  return { text, headings, rows: Math.max(0, rows), starts: starts.subarray(0, Math.max(0, rows) * width) };
}
