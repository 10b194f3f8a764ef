import { isMissingWord } from '../../../shared/missing-word.ts';
import { nearestWord } from '../../../shared/nearest-word.ts';
import { InputFault } from '../../exit.ts';
import { inputName, readInput } from '../../read-input.ts';
import { csvCells, type CsvCells } from './csv-cells.ts';
import { numberAt } from './number-at.ts';

/** A file of comma-separated columns with a heading each. */
export interface DataFile {
  readonly name: string;
  readonly rows: number;
  readonly cells: CsvCells;
}

/** Reads a file of columns; `-` is standard input. Throws `InputFault` where it is none. */
export async function readDataFile(file: string): Promise<DataFile> {
  const name = inputName(file);
  const cells = csvCells(await readInput(file));
  if (cells === null) throw new InputFault(`${name}: is empty; the first line names the columns`);
  if (!('text' in cells)) {
    const row = `row ${cells.row} below the headings`;
    if (cells.problem === 'unclosed-quote') {
      throw new InputFault(`${name}: ${row} opens a quotation mark that is never closed; close it, or take it out`);
    }
    throw new InputFault(`${name}: ${row} has ${cells.cells} cells for ${cells.columns} columns; put it right`);
  }
  const headings = cells.headings.map((heading) => heading.trim());
  const twice = headings.find((heading, at) => heading !== '' && headings.indexOf(heading) !== at);
  if (twice !== undefined) throw new InputFault(`${name}: two columns are headed "${twice}"; give each its own name`);
  if (cells.rows === 0) throw new InputFault(`${name}: has headings and no rows below them`);
  return { name, rows: cells.rows, cells: { ...cells, headings } };
}

/** The cells of a column, as they were written. Throws `InputFault` where there is none of that name. */
export function cellsOf(data: DataFile, column: string): readonly string[] {
  const cellAt = cellsIn(data, column);
  return Array.from({ length: data.rows }, (_, row) => cellAt(row));
}

/** For each row whether its cell in a column holds no value (1) or one (0). Throws `InputFault` as `cellsOf`. */
export function missingIn(data: DataFile, column: string): Uint8Array {
  const cellAt = cellsIn(data, column);
  const numbers = readNumbers(data, column);
  const missing = new Uint8Array(data.rows);
  for (let row = 0; row < data.rows; row += 1) {
    if (Number.isNaN(numbers[row]) && isMissingWord(cellAt(row))) missing[row] = 1;
  }
  return missing;
}

/** A column of numbers, NaN where the value is missing. Throws `InputFault` for a cell that is neither. */
export function numbersOf(data: DataFile, column: string): Float64Array {
  const cellAt = cellsIn(data, column);
  const numbers = readNumbers(data, column);
  for (let row = 0; row < data.rows; row += 1) {
    if (!Number.isNaN(numbers[row]) || isMissingWord(cellAt(row))) continue;
    throw new InputFault(
      `${data.name}: row ${row + 1} of ${column} is "${cellAt(row)}", which is no number; put it right`,
    );
  }
  return numbers;
}

/** A column over some rows as numbers, or null where one of them is no number. Throws `InputFault` as `cellsOf`. */
export function numbersOrNull(data: DataFile, column: string, rows: Int32Array): Float64Array | null {
  const all = readNumbers(data, column);
  const numbers = rows.length === data.rows ? all : Float64Array.from(rows, (row) => all[row] ?? Number.NaN);
  return numbers.some(Number.isNaN) ? null : numbers;
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
  const pair = NO_AND_YES.find((words) => cells.every((cell) => isMissingWord(cell) || words.includes(cell)));
  if (pair !== undefined)
    return Float64Array.from(cells, (cell) => (isMissingWord(cell) ? Number.NaN : pair.indexOf(cell)));
  const row = cells.findIndex((cell) => !isMissingWord(cell) && cell !== '0' && cell !== '1');
  throw new InputFault(
    `${data.name}: row ${row + 1} of ${column} is "${cellsOf(data, column)[row]}"; write 0 and 1, or no and yes`,
  );
}

/** The value of an option that names columns, with commas between them. */
export function columnNames(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Cuts a cell out of the text. */
function cellsIn(data: DataFile, column: string): (row: number) => string {
  const { text, starts, headings } = data.cells;
  const width = headings.length + 1;
  const at = placeOf(data, column);
  return (row) => {
    const cell = row * width + at;
    return text.slice(starts[cell], (starts[cell + 1] ?? 0) - 1);
  };
}

/** A column of numbers, NaN where a cell is none. */
function readNumbers(data: DataFile, column: string): Float64Array {
  const { text, starts, headings } = data.cells;
  const width = headings.length + 1;
  const at = placeOf(data, column);
  const numbers = new Float64Array(data.rows);
  for (let row = 0, cell = at; row < data.rows; row += 1, cell += width) {
    numbers[row] = numberAt(text, starts[cell] ?? 0, (starts[cell + 1] ?? 0) - 1);
  }
  return numbers;
}

function placeOf({ name, cells: { headings } }: DataFile, column: string): number {
  const place = headings.indexOf(column);
  if (place !== -1) return place;
  const near = nearestWord(column, headings);
  const remedy = near === null ? `its columns are ${headings.join(', ')}` : `did you mean "${near}"?`;
  throw new InputFault(`${name}: there is no column "${column}"; ${remedy}`);
}
