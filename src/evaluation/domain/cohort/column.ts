import type { CellType } from './cell-type.ts';

/** A column of a file: what its cells hold and mean. An empty cell is "not recorded", which some columns do not allow. */
export interface Column<Value> {
  readonly type: CellType<NonNullable<Value>>;
  readonly meaning: string;
  readonly mayBeEmpty: boolean;
}

/** The columns of a kind of row, one for each of its fields, in the order in which they are written. */
export type Columns<Row> = { readonly [Field in keyof Row]: Column<Row[Field]> };

/** A column, whatever the type of its values, with the field that it is of. */
export interface FieldColumn {
  readonly field: string;
  readonly column: Column<unknown>;
}

export function columnsOf<Row>(columns: Columns<Row>): readonly FieldColumn[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each column reads and writes its own field alone
  const any = columns as { readonly [field: string]: Column<unknown> };
  return Object.entries(any).map(([field, column]) => ({ field, column }));
}

/** A column of which every row has a value. */
export function required<Value extends string | number | boolean>(
  type: CellType<Value>,
  meaning: string,
): Column<Value> {
  return { type, meaning, mayBeEmpty: false };
}

/** A column whose cells may be empty. A file may leave such a column out. */
export function optional<Value extends string | number | boolean>(
  type: CellType<Value>,
  meaning: string,
): Column<Value | null> {
  return { type, meaning, mayBeEmpty: true };
}

/** The heading of a field: `indexEvent` is `index_event`. */
export function headingOf(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
