import type { ColumnType } from 'kysely';

export interface AuditTables {
  audit_entries: AuditEntriesTable;
  chain_heads: ChainHeadsTable;
  row_entries: RowEntriesTable;
  audit_of_others: AuditOfOthersTable;
  audit_of_force: AuditOfForceView;
  audit_of_force_by_others: AuditOfForceView;
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

/** What became of each row that stands beside the chains: triggers write an entry at each change, and nobody else may. */
export interface RowEntriesTable {
  /** `<table>:<key>`. */
  chain: ColumnType<string, never, never>;
  sequence: ColumnType<number, never, never>;
  recorded_at: ColumnType<Date, never, never>;
  /** The columns that were hashed, with commas between. */
  columns: ColumnType<string, never, never>;
  /** The hash of what stood in them; null where the row was removed. */
  content: ColumnType<string | null, never, never>;
  /** The database's role that wrote the row. */
  written_by: ColumnType<string, never, never>;
  account_id: ColumnType<string | null, never, never>;
  purpose: ColumnType<string | null, never, never>;
  previous_hash: ColumnType<string, never, never>;
  hash: ColumnType<string, never, never>;
}

/** Which entries a force may read though they are not of its own people: triggers write them. */
interface AuditOfOthersTable {
  force: ColumnType<string, never, never>;
  recorded_at: ColumnType<Date, never, never>;
  chain: ColumnType<string, never, never>;
  sequence: ColumnType<number, never, never>;
  action: ColumnType<string, never, never>;
  account_id: ColumnType<string | null, never, never>;
}

/** The audit record as an information officer of the force reads it: of its own people, and of others at its cases. */
export interface AuditOfForceView {
  chain: ColumnType<string, never, never>;
  sequence: ColumnType<number, never, never>;
  recorded_at: ColumnType<Date, never, never>;
  action: ColumnType<string, never, never>;
  account_id: ColumnType<string | null, never, never>;
  account_name: ColumnType<string | null, never, never>;
  role: ColumnType<string | null, never, never>;
  organisation_name: ColumnType<string | null, never, never>;
  subject: ColumnType<string, never, never>;
  details: ColumnType<Record<string, unknown>, never, never>;
  shape: ColumnType<number, never, never>;
  case_reference: ColumnType<string | null, never, never>;
}
