/** A row of a file: its number as a spreadsheet shows it (the headings are row 1), and its cells. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The rows of a text, or the row at which a quotation mark is opened and never closed. */
export type CsvRows = { readonly rows: readonly CsvRow[] } | { readonly unclosedAt: number };

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Splits comma-separated text into rows: RFC 4180, with lines that end in LF or CRLF, a byte-order mark passed over, and
 * rows of nothing left out. Cells are trimmed.
 */
export function csvRows(text: string): CsvRows {
  const rows: CsvRow[] = [];
  let at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  for (let number = 1; at < text.length; number += 1) {
    const record = readRecord(text, at);
    if (record === null) return { unclosedAt: number };
    at = record.end;
    if (record.cells.some((cell) => cell !== '')) rows.push({ number, cells: record.cells });
  }
  return { rows };
}

/** The record that begins at a place, and where the next begins. Null where its quotation mark is never closed. */
function readRecord(text: string, from: number): { readonly cells: string[]; readonly end: number } | null {
  const lineEnd = indexOrEnd(text, '\n', from);
  const line = text.slice(from, lineEnd);
  if (!line.includes('"')) return { cells: line.split(',').map((cell) => cell.trim()), end: lineEnd + 1 };
  const cells: string[] = [];
  for (let at = from; ;) {
    const quoted = text.charAt(at) === '"' ? readQuoted(text, at) : null;
    if (quoted === undefined) return null;
    const after = quoted?.end ?? at;
    const end = Math.min(indexOrEnd(text, ',', after), indexOrEnd(text, '\n', after));
    cells.push(`${quoted?.cell ?? ''}${text.slice(after, end)}`.trim());
    if (text.charAt(end) !== ',') return { cells, end: end + 1 };
    at = end + 1;
  }
}

/** What stands between the quotation mark at a place and the one that closes it, two being one within. */
function readQuoted(text: string, open: number): { readonly cell: string; readonly end: number } | undefined {
  for (let at = open + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at === -1) return undefined;
    if (text.charAt(at + 1) !== '"') return { cell: text.slice(open + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const at = text.indexOf(sought, from);
  return at === -1 ? text.length : at;
}

/** One line of a file, ended with LF; cells that hold a comma, a quotation mark or a line's end are quoted. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
