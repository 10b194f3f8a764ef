import Papa from 'papaparse';

/** A row of a file: its number as a spreadsheet shows it (the headings are row 1), and its cells. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The rows of a text, or the row at which a quotation mark is opened and never closed. */
export type CsvRows = { readonly rows: readonly CsvRow[] } | { readonly unclosedAt: number };

const BYTE_ORDER_MARK = '\uFEFF';
const SETTINGS = { delimiter: ',', newline: '\n', quoteChar: '"' } as const;

/**
 * Splits comma-separated text into rows: lines that end in LF or CRLF, a byte-order mark passed over, and rows of nothing
 * left out. Cells are trimmed.
 */
export function csvRows(text: string): CsvRows {
  const lines = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  const { data, errors } = Papa.parse<string[]>(lines.startsWith(BYTE_ORDER_MARK) ? lines.slice(1) : lines, SETTINGS);
  const unclosed = errors.find(({ code }) => code === 'MissingQuotes')?.row;
  if (unclosed !== undefined) return { unclosedAt: unclosed + 1 };
  const rows = data.map((cells, at) => ({ number: at + 1, cells: cells.map((cell) => cell.trim()) }));
  return { rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}

/** One line of a file, ended with LF; cells that hold a comma, a quotation mark or a line's end are quoted. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
