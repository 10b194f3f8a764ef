import type { FindingLedger } from './finding-ledger.ts';
import { keysIn } from '../../shared/tables.ts';

/** Why rows are not counted, with the first of them. */
export interface RefusedRows {
  /** The rows refused for this reason. */
  readonly count: number;
  readonly reason: string;
  /** What the reason means. */
  readonly says: string;
  readonly first: number | null;
  /** What stands in the first of them, where that helps. */
  readonly example: string | undefined;
}

/** The reasons with their first rows, the most frequent first: that is the answer where not one row can be used. */
export function refusedRows<Code extends string>(
  ledger: FindingLedger<Code>,
  reasons: Readonly<Partial<Record<Code, string>>>,
): RefusedRows[] {
  return keysIn(reasons)
    .flatMap((reason) => {
      const found = ledger.findings().filter(({ code }) => code === reason);
      const first = found.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))[0];
      const says = reasons[reason];
      if (first === undefined || says === undefined) return [];
      return [{ reason, says, count: ledger.countOf(reason), first: first.row, example: first.example }];
    })
    .toSorted((a, b) => b.count - a.count);
}

/** The reasons in words: `malformed-row 6 (first row 1: 13 fields under 12 columns)`. */
export function refusedWords(refused: readonly RefusedRows[]): string {
  return refused
    .map(({ reason, count, first, example, says }) => {
      const where = first === null ? '' : `; first row ${first}${example === undefined ? '' : `: "${example}"`}`;
      return `${count.toLocaleString('en-GB')} ${reason} (${says}${where})`;
    })
    .join(', ');
}

/** The refusal of a file of which every row is refused. */
export function noRowUsable(rows: number, refused: readonly RefusedRows[]) {
  return {
    code: 'no-row-usable' as const,
    problem: `${rows === 1 ? 'its only row cannot' : `not one of its ${rows.toLocaleString('en-GB')} rows can`} be used: ${refusedWords(refused)}`,
    remedy: 'put these rows right, or download the file again',
  };
}
