/** The row of a query that always gives one, such as a function's answer. Throws where it gave none. */
export function soleRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('The database gave no row where there is always one');
  return row;
}
