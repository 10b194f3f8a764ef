import { sql, type Selectable } from 'kysely';
import type { Tables, WaymarkTransaction } from '../db/index.ts';

/** A table that holds JSON, as `database check` walks it. */
export interface StoredTable {
  readonly table: string;
  /** The rows after one place (from the beginning where null), at most `limit`, in the order of their keys. */
  readonly page: (tx: WaymarkTransaction, after: readonly unknown[] | null, limit: number) => Promise<StoredRow[]>;
}

export interface StoredRow {
  readonly key: readonly unknown[];
  /** Throws a StoredFault where the row does not fit. */
  readonly read: () => void;
}

/**
 * A table to check: its key, in an order that an index has, and how a row is read. Read for the program's purpose
 * `check-database`, which needs a policy that lets `waymark_system` see every row.
 */
export function storedTable<T extends keyof Tables>(of: {
  readonly table: T;
  readonly key: readonly (keyof Tables[T] & keyof Selectable<Tables[T]> & string)[];
  readonly read: (row: Selectable<Tables[T]>) => unknown;
}): StoredTable {
  const columns = sql.join(of.key.map((column) => sql.ref(column)));
  return {
    table: of.table,
    page: async (tx, after, limit) => {
      const from = after === null ? sql`true` : sql`(${columns}) > (${sql.join(after)})`;
      const { rows } = await sql<Selectable<Tables[T]>>`
        select * from ${sql.table(of.table)} where ${from} order by ${columns} limit ${limit}
      `.execute(tx);
      return rows.map((row) => ({ key: of.key.map((column) => row[column]), read: () => void of.read(row) }));
    },
  };
}
