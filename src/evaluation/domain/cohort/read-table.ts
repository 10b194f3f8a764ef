import { isMissingWord } from '../../../shared/missing-word.ts';
import { nearestWord } from '../../../shared/nearest-word.ts';
import type { CohortFault } from './cohort-fault.ts';
import { columnsOf, headingOf, type Columns, type FieldColumn } from './column.ts';
import { csvRows, type CsvRow } from './csv-rows.ts';

/** A row that was read, with the number by which faults name it. */
export interface NumberedRow<Row> {
  readonly number: number;
  readonly row: Row;
}

export interface ReadTable<Row> {
  readonly rows: readonly NumberedRow<Row>[];
  readonly faults: readonly CohortFault[];
}

interface Place extends FieldColumn {
  readonly heading: string;
  /** Where the cells are; -1 where the file leaves the column out. */
  readonly at: number;
}

/** More than there are columns, by far; nobody reads as many faults. Both are assumed. */
const HEADINGS_AT_MOST = 1_000;
const FAULTS_AT_MOST = 10_000;

/**
 * Reads a file of known columns. Headings may come in any order; one that is not known is a fault (it may be a slip that
 * would silently empty a column), as is one missing that every row needs. A cell that is empty, or holds a word for that
 * (NA, NULL, nan), is not recorded. Rows with a faulty cell are not given back, and after ten thousand
 * faults nothing more is read.
 */
export function readTable<Row>(file: CohortFault['file'], columns: Columns<Row>, text: string): ReadTable<Row> {
  const split = csvRows(text);
  const fault = (row: number, column: string, problem: string, remedy: string): CohortFault => ({
    file,
    row,
    column,
    problem,
    remedy,
  });
  if ('unclosedAt' in split) {
    const problem = 'a quotation mark is opened and never closed';
    return { rows: [], faults: [fault(split.unclosedAt, '', problem, 'close it, or take it out')] };
  }
  const [head, ...body] = split.rows;
  if (head === undefined) {
    return { rows: [], faults: [fault(1, '', 'the file is empty', 'its first row is the headings')] };
  }
  if (head.cells.length > HEADINGS_AT_MOST) {
    const problem = `there are ${head.cells.length.toLocaleString('en-GB')} headings`;
    return {
      rows: [],
      faults: [fault(head.number, '', problem, 'leave out the columns that the data dictionary lacks')],
    };
  }
  const { places, faults: ofHead } = placesOf(file, columns, head);
  if (ofHead.length > 0) return { rows: [], faults: ofHead };

  const rows: NumberedRow<Row>[] = [];
  const faults: CohortFault[] = [];
  for (const { number, cells } of body) {
    if (faults.length >= FAULTS_AT_MOST) {
      faults.push(fault(number, '', 'no row from here on was read, after so many faults', 'put those right first'));
      break;
    }
    if (cells.length !== head.cells.length) {
      const problem = `the row has ${cells.length} cells and there are ${head.cells.length} headings`;
      faults.push(fault(number, '', problem, 'look for a comma that should be within quotation marks'));
      continue;
    }
    const before = faults.length;
    const row: { [field: string]: unknown } = {};
    for (const { field, heading, column, at } of places) {
      const cell = at === -1 ? '' : (cells[at] ?? '');
      if (isMissingWord(cell)) {
        row[field] = null;
        const problem = cell === '' ? 'the cell is empty' : `"${cell}" says that there is no value`;
        if (!column.mayBeEmpty) faults.push(fault(number, heading, problem, 'every row needs it; fill it in'));
        continue;
      }
      const value = column.type.read(cell);
      if (value.ok) row[field] = value.value;
      else faults.push(fault(number, heading, value.refusal.problem, value.refusal.remedy));
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every field of it was read by its own column
    if (faults.length === before) rows.push({ number, row: row as Row });
  }
  return { rows, faults };
}

function placesOf<Row>(
  file: CohortFault['file'],
  columns: Columns<Row>,
  { number, cells }: CsvRow,
): { readonly places: readonly Place[]; readonly faults: readonly CohortFault[] } {
  const places = columnsOf(columns).map(({ field, column }) => ({
    field,
    heading: headingOf(field),
    column,
    at: cells.indexOf(headingOf(field)),
  }));
  const known = places.map(({ heading }) => heading);
  const unknown = cells.filter((cell) => !known.includes(cell));
  const before = new Set<string>();
  const twice = cells.filter((cell) => before.size === before.add(cell).size);
  const missing = places.filter(({ at, column }) => at === -1 && !column.mayBeEmpty);
  return {
    places,
    faults: [
      ...unknown.map((cell) => {
        const near = nearestWord(cell, known);
        const remedy =
          near === null ? 'take the column out; the data dictionary lists those there are' : `did you mean "${near}"?`;
        return { file, row: number, column: cell, problem: `there is no column "${cell}"`, remedy };
      }),
      ...twice.map((cell) => {
        return {
          file,
          row: number,
          column: cell,
          problem: 'the heading is there twice',
          remedy: 'take one column out',
        };
      }),
      ...missing.map(({ heading }) => {
        return { file, row: number, column: heading, problem: 'the column is missing', remedy: 'every row needs it' };
      }),
    ],
  };
}
