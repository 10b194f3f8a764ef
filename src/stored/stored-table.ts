import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Tables, WaymarkTransaction } from '../db/index.ts';

/** A table that holds JSON or codes, as `database check` walks it. */
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

type ColumnOf<T extends keyof Tables> = keyof Tables[T] & keyof Selectable<Tables[T]> & string;

/**
 * A table to check: its key, in an order that an index has, and how a row is read. Read for the program's purpose
 * `check-database`, which needs a policy that lets `waymark_system` see every row.
 */
export function storedTable<T extends keyof Tables>(of: {
  readonly table: T;
  readonly key: readonly ColumnOf<T>[];
  readonly read: (row: Selectable<Tables[T]>) => unknown;
}): StoredTable {
  return pagedTable(of, sql<Selectable<Tables[T]>>`select * from ${sql.table(of.table)}`);
}

/** The same for a table of which the check may see no more than its key and some columns. */
export function storedColumns<T extends keyof Tables, Key extends ColumnOf<T>, Column extends ColumnOf<T>>(of: {
  readonly table: T;
  readonly key: readonly Key[];
  readonly columns: readonly Column[];
  readonly read: (row: Pick<Selectable<Tables[T]>, Key | Column>) => unknown;
}): StoredTable {
  const columns = sql.join([...of.key, ...of.columns].map((column) => sql.ref(column)));
  type Row = Pick<Selectable<Tables[T]>, Key | Column>;
  return pagedTable(of, sql<Row>`select ${columns} from ${sql.table(of.table)}`);
}

function pagedTable<Row extends Readonly<Record<Key, unknown>>, Key extends string>(
  of: { readonly table: string; readonly key: readonly Key[]; readonly read: (row: Row) => unknown },
  rowsOf: RawBuilder<Row>,
): StoredTable {
  const columns = sql.join(of.key.map((column) => sql.ref(column)));
  return {
    table: of.table,
    page: async (tx, after, limit) => {
      const from = after === null ? sql`true` : sql`(${columns}) > (${sql.join(after)})`;
      const { rows } = await sql<Row>`
        ${rowsOf} where ${from} order by ${columns} limit ${limit}
      `.execute(tx);
      return rows.map((row) => ({ key: of.key.map((column) => row[column]), read: () => void of.read(row) }));
    },
  };
}
