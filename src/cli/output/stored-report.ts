import type { CheckedTable, FoundProblem } from '../../stored/index.ts';
import type { Terminal } from '../terminal.ts';

/** What of a database was looked at, and what was wrong with it. */
export interface CheckedDatabase {
  readonly tables: readonly CheckedTable[];
  readonly problems: readonly FoundProblem[];
}

/** What was found, for another program. */
export function storedJson({ tables, problems }: CheckedDatabase): string {
  return JSON.stringify({ sound: problems.length === 0, tables, problems });
}

/** What was found, for people: the answer, each table with its rows, and each part that does not fit. */
export function storedReport({ tables, problems }: CheckedDatabase, { style }: Pick<Terminal, 'style'>): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const faulty = tables.reduce((sum, table) => sum + table.faulty, 0);
  const counts = tables.map(
    (table) => `  ${table.table}: ${count(table.rows)}${table.faulty > 0 ? `, ${table.faulty} that do not fit` : ''}\n`,
  );
  const named = problems.map(
    ({ table, id, shape, path, problem }) => `  ${table} ${id} (shape ${shape}): ${path}: ${problem}\n`,
  );
  const verdict =
    faulty === 0
      ? `${style('green', 'Sound')}: ${count(rows)}, each as its shape says.`
      : `${style('red', 'Faulty')}: ${faulty} of ${count(rows)} do not fit their shape.`;
  return `${verdict}\n${counts.join('')}${named.length === 0 ? '' : `What does not fit:\n${named.join('')}`}`;
}

function count(rows: number): string {
  return `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'}`;
}
