import type { ColumnType, Generated } from 'kysely';

export interface AccessTables {
  organisations: OrganisationsTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  sign_in_attempts: SignInAttemptsTable;
}

/** A police force, an organisation that provides services to the people diverted, one that evaluates, or a board. */
export interface OrganisationsTable {
  id: Generated<string>;
  kind: string;
  name: string;
  /** The force's id in reference/forces.yaml; null for all but the police. */
  force: string | null;
  created_at: ColumnType<Date, never, never>;
}

export interface AccountsTable {
  id: Generated<string>;
  organisation_id: string;
  /** Lower case; unique. */
  email: string;
  name: string;
  role: string;
  /** A PHC string: $argon2id$v=19$m=…,t=…,p=…$salt$hash */
  password_hash: string;
  is_demonstration: ColumnType<boolean, boolean | undefined, never>;
  disabled_at: Date | null;
  created_at: ColumnType<Date, never, never>;
}

export interface SessionsTable {
  /** SHA-256 of the token in the person's cookie: the token itself is stored nowhere. */
  token_hash: Uint8Array;
  account_id: string;
  signed_in_at: Date;
  last_seen_at: Date;
}

/** Failed sign-ins since the last success, by account and by network address. */
export interface SignInAttemptsTable {
  /** `account:<email>` or `address:<ip>` */
  subject: string;
  failures: number;
  last_failed_at: Date;
}
