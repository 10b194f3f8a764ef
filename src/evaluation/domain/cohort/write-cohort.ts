import { columnsOf, headingOf, type Columns, type FieldColumn } from './column.ts';
import { csvLine } from './csv-rows.ts';
import { REOFFENCE_COLUMNS, STUDY_COLUMNS } from './study-columns.ts';
import type { StudyCohort } from './study-row.ts';

/** The texts of a study's files: `parseCohort` reads back the first two. */
export interface WrittenCohort {
  readonly cohort: string;
  readonly reoffences: string;
  /** The data dictionary: one row a column of either file. */
  readonly dictionary: string;
}

/** Writes a cohort: every column there is, in the dictionary's order, rows in the cohort's. */
export function writeCohort({ rows, reoffences }: StudyCohort): WrittenCohort {
  return {
    cohort: writeTable(STUDY_COLUMNS, rows),
    reoffences: writeTable(REOFFENCE_COLUMNS, reoffences),
    dictionary: dataDictionary(),
  };
}

function writeTable<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const entries = columnsOf(columns);
  const head = csvLine(entries.map(({ field }) => headingOf(field)));
  const lines = rows.map((row) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its columns name the fields of the row
    const values = row as { readonly [field: string]: unknown };
    return csvLine(entries.map(({ field, column }) => cellOf(column.type.write, values[field])));
  });
  return `${head}${lines.join('')}`;
}

function cellOf(write: (value: NonNullable<unknown>) => string, value: unknown): string {
  return value === null || value === undefined ? '' : write(value);
}

function dataDictionary(): string {
  const describe = (file: string, columns: readonly FieldColumn[]) =>
    columns.map(({ field, column: { type, meaning, mayBeEmpty } }) =>
      csvLine([file, headingOf(field), type.kind, type.values, mayBeEmpty ? 'not recorded' : 'not allowed', meaning]),
    );
  return [
    csvLine(['file', 'column', 'type', 'values', 'empty_means', 'meaning']),
    ...describe('cohort.csv', columnsOf(STUDY_COLUMNS)),
    ...describe('reoffences.csv', columnsOf(REOFFENCE_COLUMNS)),
  ].join('');
}
