import Papa from 'papaparse';
import { nearestWord } from '../../../shared/nearest-word.ts';
import { InputFault } from '../../exit.ts';
import { inputName, readInput } from '../../read-input.ts';

/** A file of comma-separated columns with a heading each, cell by cell as it was written. */
export interface DataFile {
  readonly name: string;
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** How a cell says that its value is not known. */
const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', '.']);

/** Whether a cell holds no value: empty, NA, N/A, NaN, NULL or a full stop. */
export function isMissing(cell: string): boolean {
  return MISSING.has(cell.trim().toLowerCase());
}

/** Reads a file of columns; `-` is standard input. Throws `InputFault` where it is none. */
export async function readDataFile(file: string): Promise<DataFile> {
  const name = inputName(file);
  const { data } = Papa.parse<string[]>(await readInput(file), { skipEmptyLines: 'greedy' });
  const [headings, ...rows] = data;
  if (headings === undefined) throw new InputFault(`${name}: is empty; the first line names the columns`);
  const names = headings.map((heading) => heading.trim());
  const twice = names.find((heading, at) => heading !== '' && names.indexOf(heading) !== at);
  if (twice !== undefined) throw new InputFault(`${name}: two columns are headed "${twice}"; give each its own name`);
  const odd = rows.findIndex((row) => row.length !== names.length);
  if (odd !== -1) {
    const cells = `${rows[odd]?.length ?? 0} cells for ${names.length} columns`;
    throw new InputFault(`${name}: row ${odd + 1} below the headings has ${cells}; put it right`);
  }
  if (rows.length === 0) throw new InputFault(`${name}: has headings and no rows below them`);
  const columns = new Map(names.map((heading, at) => [heading, rows.map((row) => row[at] ?? '')]));
  return { name, rows: rows.length, columns };
}

/** The cells of a column. Throws `InputFault` where there is none of that name. */
export function cellsOf({ name, columns }: DataFile, column: string): readonly string[] {
  const cells = columns.get(column);
  if (cells !== undefined) return cells;
  const near = nearestWord(column, [...columns.keys()]);
  const remedy = near === null ? `its columns are ${[...columns.keys()].join(', ')}` : `did you mean "${near}"?`;
  throw new InputFault(`${name}: there is no column "${column}"; ${remedy}`);
}

/** A column of numbers, NaN where the value is missing. Throws `InputFault` for a cell that is neither. */
export function numbersOf(data: DataFile, column: string): Float64Array {
  return Float64Array.from(cellsOf(data, column), (cell, row) => {
    if (isMissing(cell)) return Number.NaN;
    const number = Number(cell);
    if (Number.isFinite(number)) return number;
    throw new InputFault(`${data.name}: row ${row + 1} of ${column} is "${cell}", which is no number; put it right`);
  });
}

const NO_AND_YES: readonly (readonly [string, string])[] = [
  ['0', '1'],
  ['no', 'yes'],
  ['n', 'y'],
  ['false', 'true'],
  ['f', 't'],
];

/** A column of no and yes (0 and 1, no and yes, false and true) as 0 and 1, NaN where missing. Throws `InputFault`. */
export function yesOrNoOf(data: DataFile, column: string): Float64Array {
  const cells = cellsOf(data, column).map((cell) => cell.trim().toLowerCase());
  const pair = NO_AND_YES.find((words) => cells.every((cell) => isMissing(cell) || words.includes(cell)));
  if (pair !== undefined)
    return Float64Array.from(cells, (cell) => (isMissing(cell) ? Number.NaN : pair.indexOf(cell)));
  const row = cells.findIndex((cell) => !isMissing(cell) && cell !== '0' && cell !== '1');
  throw new InputFault(
    `${data.name}: row ${row + 1} of ${column} is "${cellsOf(data, column)[row]}"; write 0 and 1, or no and yes`,
  );
}

/** The value of an option that names columns, with commas between them. */
export function columnNames(given: string | undefined): readonly string[] {
  return (given ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
