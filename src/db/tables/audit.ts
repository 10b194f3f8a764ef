import type { ColumnType } from 'kysely';

export interface AuditTables {
  audit_entries: AuditEntriesTable;
  chain_heads: ChainHeadsTable;
}

/** Append-only: privileges and a trigger deny every change and removal. */
export interface AuditEntriesTable {
  chain: ColumnType<string, string, never>;
  /** 1 for the first entry of its chain. */
  sequence: ColumnType<number, number, never>;
  recorded_at: ColumnType<Date, Date, never>;
  action: ColumnType<string, string, never>;
  /** Null where nobody is signed in, as when a sign-in fails. */
  account_id: ColumnType<string | null, string | null, never>;
  organisation_id: ColumnType<string | null, string | null, never>;
  force: ColumnType<string | null, string | null, never>;
  role: ColumnType<string | null, string | null, never>;
  /** What was written or looked at, for example `case:<id>`. */
  subject: ColumnType<string, string, never>;
  details: ColumnType<Record<string, unknown>, string, never>;
  /** Of `details`. */
  shape: ColumnType<number, number, never>;
  previous_hash: ColumnType<string, string, never>;
  hash: ColumnType<string, string, never>;
}

/**
 * The last entry of each chain, of audit entries (kind `audit`) and of other chained tables. Triggers keep it, so that
 * a chain cut off at its end is noticed.
 */
export interface ChainHeadsTable {
  kind: string;
  chain: string;
  sequence: number;
  hash: string;
}
