import { asSystem, type WaymarkDatabase, type WaymarkTransaction } from '../db/index.ts';
import { StoredFault, type StoredProblem } from './domain/stored-fault.ts';
import type { StoredTable } from './stored-table.ts';

/** A part of a row that does not fit. */
export interface FoundProblem extends StoredProblem {
  readonly table: string;
  readonly id: string;
  readonly shape: number;
}

export interface CheckedTable {
  readonly table: string;
  readonly rows: number;
  /** Rows that do not fit; each may have several problems. */
  readonly faulty: number;
}

interface Watching {
  readonly onProblem: (problem: FoundProblem) => void;
  readonly onProgress?: (progress: { readonly table: string; readonly rows: number }) => void;
}

const PAGE = 500;

/**
 * Reads every row of the given tables through the schema of its shape and names what does not fit. One moment's view of
 * the database, read a page at a time: it may run while the program is in use, and its memory does not grow with it.
 */
export async function checkStored(
  db: WaymarkDatabase,
  tables: readonly StoredTable[],
  watching: Watching,
): Promise<readonly CheckedTable[]> {
  return asSystem(db, 'check-database', async (tx) => {
    const checked: CheckedTable[] = [];
    for (const table of tables) checked.push(await checkTable(tx, table, watching));
    return checked;
  });
}

async function checkTable(tx: WaymarkTransaction, { table, page }: StoredTable, watching: Watching) {
  let rows = 0;
  let faulty = 0;
  let after: readonly unknown[] | null = null;
  for (;;) {
    const found: Awaited<ReturnType<typeof page>> = await page(tx, after, PAGE);
    for (const row of found) if (!isSound(row.read, watching)) faulty += 1;
    rows += found.length;
    watching.onProgress?.({ table, rows });
    if (found.length < PAGE) return { table, rows, faulty };
    after = found.at(-1)?.key ?? null;
  }
}

function isSound(read: () => void, { onProblem }: Watching): boolean {
  try {
    read();
    return true;
  } catch (fault) {
    if (!(fault instanceof StoredFault)) throw fault;
    for (const problem of fault.problems) onProblem({ ...fault.place, ...problem });
    return false;
  }
}
