import { cellsOf, missingIn, numbersOrNull, type DataFile } from './data-file.ts';

export interface ModelColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** The covariates of a model, as columns of numbers over the rows in which nothing that is used is missing. */
export interface ModelColumns {
  /** What goes into the model: of a column of text all levels but the first. */
  readonly columns: readonly ModelColumn[];
  /** What balance is shown for: all levels. */
  readonly everyLevel: readonly ModelColumn[];
  /** What was done to the columns that a reader would want to know. */
  readonly notes: readonly string[];
}

/** The rows in which none of these columns is missing, and a note on how many others there are. */
export function completeRows(data: DataFile, names: readonly string[]) {
  const columns = [...new Set(names)].map((name) => ({ name, missing: missingIn(data, name) }));
  const all = Int32Array.from({ length: data.rows }, (_, row) => row);
  const rows = all.filter((row) => !columns.some(({ missing }) => missing[row] === 1));
  const holes = columns
    .map(({ name, missing }) => ({ name, count: missing.reduce((sum, isHole) => sum + isHole, 0) }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${name} ${count}`);
  const left = data.rows - rows.length;
  const notes =
    left === 0 ? [] : [`${left} of ${data.rows} rows were left out for a missing value (${holes.join(', ')})`];
  return { rows, left, notes };
}

/**
 * Reads covariates over some rows. A column in which every cell is a number is one; any other is text, and becomes a
 * column of 0 and 1 for each of its levels, named `column` + `level`, the first in the order of the alphabet being what the
 * others are compared with. A column with one value only has nothing to say and is left out, with a note.
 */
export function modelColumns(data: DataFile, names: readonly string[], rows: Int32Array): ModelColumns {
  const read = names.map((name) => readColumn(data, name, rows));
  return {
    columns: read.flatMap(({ columns }) => columns),
    everyLevel: read.flatMap(({ everyLevel }) => everyLevel),
    notes: read.flatMap(({ notes }) => notes),
  };
}

function readColumn(data: DataFile, name: string, rows: Int32Array): ModelColumns {
  const values = numbersOrNull(data, name, rows);
  if (values === null) return readLevels(data, name, rows);
  if (values.some((value) => value !== values[0])) {
    return { columns: [{ name, values }], everyLevel: [{ name, values }], notes: [] };
  }
  return constant(name, `${values[0]}`);
}

function readLevels(data: DataFile, name: string, rows: Int32Array): ModelColumns {
  const all = cellsOf(data, name);
  const cells = Array.from(rows, (row) => all[row]?.trim() ?? '');
  const levels = [...new Set(cells)].sort();
  if (levels.length === 1) return constant(name, levels[0] ?? '');
  const everyLevel = levels.map((level) => ({
    name: `${name}${level}`,
    values: Float64Array.from(cells, (cell) => Number(cell === level)),
  }));
  const notes = [`${name} is text: its ${levels.length} levels are compared with ${name}${levels[0]}`];
  return { columns: everyLevel.slice(1), everyLevel, notes };
}

function constant(name: string, value: string): ModelColumns {
  return { columns: [], everyLevel: [], notes: [`${name} is ${value} in every row and was left out`] };
}
