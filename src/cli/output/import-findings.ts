import type { ImportFinding } from '../../interchange/index.ts';
import { table, type Cell, type Column } from './table.ts';
import type { Terminal } from '../terminal.ts';

const FINDING_COLUMNS: readonly Column[] = [
  { heading: 'Level', share: 0 },
  { heading: 'Count', share: 0 },
  { heading: 'First row', share: 0 },
  { heading: 'Finding', share: 2 },
  { heading: 'What it means', share: 5 },
];

/** What an import found, as a table. */
export function importFindings(findings: readonly ImportFinding[], { width }: Terminal): string[] {
  if (findings.length === 0) return ['Nothing to remark on.'];
  const rows = findings.map(({ level, count, row, code, column, example, says }): Cell[] => [
    [level],
    [count.toLocaleString('en-GB')],
    [row === null ? '' : row.toLocaleString('en-GB')],
    [code, ...(column === null ? [] : [`in ${column}`])],
    [example === undefined ? says : `${says}: "${example}"`],
  ]);
  return table(FINDING_COLUMNS, rows, width);
}
