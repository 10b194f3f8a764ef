import { EVERYBODY, NOT_RECORDED } from '../measured.ts';
import type { StudyRow } from './study-row.ts';

/** By what figures are given apart: a column, or a function of the row with a name. Null is not recorded. */
export type GroupBy =
  keyof StudyRow | { readonly name: string; readonly groupOf: (row: StudyRow) => string | number | boolean | null };

/** The rows of a group, under the words by which a figure names it. */
export interface Group {
  readonly of: string;
  readonly rows: readonly StudyRow[];
}

/**
 * Everybody, and, where a column is given, each of its groups: in the order of their names, those not recorded last.
 * The groups add up to everybody.
 */
export function groupsOf(rows: readonly StudyRow[], by: GroupBy | undefined): readonly Group[] {
  const everybody = { of: EVERYBODY, rows };
  if (by === undefined) return [everybody];
  const groupOf = typeof by === 'object' ? by.groupOf : (row: StudyRow) => row[by];
  const groups = new Map<string, StudyRow[]>();
  for (const row of rows) {
    const value = groupOf(row);
    const name = value === null ? NOT_RECORDED : value === true ? 'yes' : value === false ? 'no' : String(value);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [row]);
    else group.push(row);
  }
  const last = (name: string) => (name === NOT_RECORDED ? 1 : 0);
  const names = [...groups.keys()].sort((a, b) => last(a) - last(b) || a.localeCompare(b, 'en-GB', { numeric: true }));
  return [everybody, ...names.map((of) => ({ of, rows: groups.get(of) ?? [] }))];
}
