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

/** What several imports found, each finding once: all of them together, and the first place of each. */
export function findingsOfFiles(
  files: readonly { readonly name: string; readonly findings: readonly ImportFinding[] }[],
  terminal: Terminal,
): string[] {
  const found = new Map<string, ImportFinding & { readonly file: string }>();
  for (const { name, findings } of files) {
    for (const finding of findings) {
      const key = [finding.code, finding.column, isOfOneWord(finding) ? finding.example : ''].join('|');
      const held = found.get(key);
      const count = (held?.count ?? 0) + finding.count;
      found.set(key, held === undefined ? { ...finding, file: name } : { ...held, count });
    }
  }
  const ordered = [...found.values()].sort(
    (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || b.count - a.count,
  );
  return findingsTable(
    ordered.map((finding) => ({
      finding,
      first: [finding.file, finding.row === null ? '' : `row ${written(finding.row)}`],
    })),
    terminal,
  );
}

const LEVELS: readonly ImportFinding['level'][] = ['reject', 'warn', 'note'];

/** Of words that are not known each is a finding of its own. */
function isOfOneWord({ code }: ImportFinding): boolean {
  return /-not-(recognised|known)$/.test(code);
}

/** What an import found, as a table. */
export function importFindings(findings: readonly ImportFinding[], terminal: Terminal): string[] {
  return findingsTable(
    findings.map((finding) => ({ finding, first: finding.row === null ? [''] : [written(finding.row)] })),
    terminal,
  );
}

function findingsTable(
  placed: readonly { readonly finding: ImportFinding; readonly first: Cell }[],
  { width }: Terminal,
): string[] {
  if (placed.length === 0) return ['Nothing to remark on.'];
  const rows = placed.map(({ finding: { level, count, code, column, example, says }, first }): Cell[] => [
    [level],
    [written(count)],
    first,
    [code, ...(column === null ? [] : [`in ${column}`])],
    [example === undefined ? says : `${says}: "${example}"`],
  ]);
  return table(FINDING_COLUMNS, rows, width);
}

function written(count: number): string {
  return count.toLocaleString('en-GB');
}
