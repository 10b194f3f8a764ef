import { InputFault } from '../../exit.ts';
import { cellsOf, numbersOf, yesOrNoOf, type DataFile } from './data-file.ts';
import { completeRows } from './model-columns.ts';

/** The rows of a file in which nothing that a method uses is missing, and what was done to get them. */
export interface AnalysisRows {
  readonly data: DataFile;
  readonly rows: Int32Array;
  readonly leftOut: number;
  readonly notes: readonly string[];
}

/** Groups of rows: for each row the number of its group, and what each group is called, in the order of the alphabet. */
export interface Groups {
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

/** Keeps the rows in which these columns all have a value. Throws `InputFault` where none does. */
export function analysisRows(data: DataFile, columns: readonly string[]): AnalysisRows {
  const { rows, left, notes } = completeRows(data, columns);
  if (rows.length > 0) return { data, rows, leftOut: left, notes };
  const which = [...new Set(columns)].join(', ');
  throw new InputFault(`${data.name}: no row has a value in each of ${which}, so nothing is left to work with`);
}

/** A column of numbers over the rows used. */
export function numbersIn({ data, rows }: AnalysisRows, column: string): Float64Array {
  const all = numbersOf(data, column);
  return rows.length === data.rows ? all : Float64Array.from(rows, (row) => all[row] ?? Number.NaN);
}

/**
 * Whether the event happened (1) or not (0) over the rows used: a column of 0 and 1, no and yes, false and true, or of 1
 * and 2, of which 2 is then the event, as R's Surv takes it, with a note.
 */
export function eventsIn(
  analysis: AnalysisRows,
  column: string,
): { readonly events: Uint8Array; readonly notes: string[] } {
  const { data, rows } = analysis;
  const cells = cellsOf(data, column);
  const isCodedFromOne =
    rows.every((row) => ['1', '2'].includes(plain(cells[row]))) && rows.some((row) => plain(cells[row]) === '2');
  if (isCodedFromOne) {
    const events = Uint8Array.from(rows, (row) => (plain(cells[row]) === '2' ? 1 : 0));
    return { events, notes: [`${column} is 1 and 2: 2 was taken as the event`] };
  }
  const all = yesOrNoOf(data, column);
  return { events: Uint8Array.from(rows, (row) => all[row] ?? 0), notes: [] };
}

/** `2.0` as `2`: files written from tables often give whole numbers a fraction. */
function plain(cell: string | undefined): string {
  return (cell ?? '').trim().replace(/\.0+$/, '');
}

/** Rows that are the same in these columns form a group. */
export function groupsIn({ data, rows }: AnalysisRows, columns: readonly string[]): Groups {
  const cells = columns.map((column) => cellsOf(data, column));
  const keys = Array.from(rows, (row) => cells.map((column) => column[row]?.trim() ?? '').join(', '));
  const names = [...new Set(keys)].sort(byNumberOrAlphabet);
  const numbers = new Map(names.map((name, at) => [name, at]));
  return { codes: Int32Array.from(keys, (key) => numbers.get(key) ?? 0), names };
}

function byNumberOrAlphabet(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (Number.isFinite(difference) && difference !== 0) return difference;
  return a < b ? -1 : a > b ? 1 : 0;
}
