import { namedForce } from './named-force.ts';
import type { Force } from '../../../reference/index.ts';
import type { NumberedRow, ReadingPlace } from './row-fields.ts';

/** The force that a file is read for, and all there are. */
export interface ForceOptions {
  /** Null where the file may hold any force's rows. */
  readonly force: string | null;
  readonly forces: readonly Force[];
}

/** Warns of rows that name another force, in a column of the kind that people add when they join files. */
export function forceCheck(
  { header, ledger }: ReadingPlace,
  { force, forces }: ForceOptions,
): (row: NumberedRow) => void {
  const columns = header.force.map((at) => ({
    at,
    counter: ledger.counter('other-force', header.names[at] ?? null),
    last: { text: '', isOther: false },
  }));
  return ({ fields, number }) => {
    for (const column of columns) {
      const text = fields[column.at] ?? '';
      if (text !== column.last.text) column.last = { text, isOther: isOtherForce(text, { force, forces }) };
      if (column.last.isOther) column.counter.add(number, text);
    }
  };
}

/** Whether a text names a force, and not the one asked for. */
export function isOtherForce(text: string, { force, forces }: ForceOptions): boolean {
  if (force === null) return false;
  const named = namedForce(text, forces);
  return named !== null && named !== force;
}
