/** The tables of organisations, accounts, memberships, rights and sessions. */
import type { ColumnType, Generated } from 'kysely';

export interface AccessTables {
  organisations: OrganisationsTable;
  accounts: AccountsTable;
  memberships: MembershipsTable;
  roles: RolesTable;
  role_rights: RoleRightsTable;
  event_rights: EventRightsTable;
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
  /** Lower case; unique. */
  email: string;
  name: string;
  /** A PHC string: $argon2id$v=19$m=…,t=…,p=…$salt$hash */
  password_hash: string;
  /** Whether somebody else chose the password. */
  must_change_password: ColumnType<boolean, boolean | undefined, boolean>;
  is_demonstration: ColumnType<boolean, boolean | undefined, never>;
  disabled_at: Date | null;
  created_at: ColumnType<Date, never, never>;
}

/** A role in an organisation that an account holds, or held. */
export interface MembershipsTable {
  id: Generated<string>;
  account_id: string;
  organisation_id: string;
  role: string;
  added_at: ColumnType<Date, never, never>;
  ended_at: Date | null;
}

/** The roles that there are. Filled by migrations alone. */
export interface RolesTable {
  role: ColumnType<string, never, never>;
  organisation_kind: ColumnType<string, never, never>;
}

/** What each role may do, as row-level security asks it. Filled by migrations alone. */
export interface RoleRightsTable {
  role: ColumnType<string, never, never>;
  right: ColumnType<string, never, never>;
}

/** The right that each event of a case is written under. Filled by migrations alone. */
export interface EventRightsTable {
  event: ColumnType<string, never, never>;
  right: ColumnType<string, never, never>;
  /** The statuses of a case from which a provider may write it; null where none may. */
  provider_from: ColumnType<string[] | null, never, never>;
  /** What a provider may say in it: the members of its data, and the reasons; null where it says none. */
  provider_members: ColumnType<string[] | null, never, never>;
  provider_reasons: ColumnType<string[] | null, never, never>;
}

export interface SessionsTable {
  /** SHA-256 of the token in the person's cookie: the token itself is stored nowhere. */
  token_hash: Uint8Array;
  account_id: string;
  /** Null until whoever signed in has said where they are working today. */
  membership_id: string | null;
  signed_in_at: Date;
  last_seen_at: Date;
  id: Generated<string>;
  /** From where its person signed in; null for sessions from before it was kept. */
  address: string | null;
  /** The browser in words. */
  browser: string | null;
  /** When the password was last asked for, and was right. */
  proved_at: Date;
}

/** Failed sign-ins since the last success, by account and by network address. */
export interface SignInAttemptsTable {
  /** `account:<email>` or `address:<ip>` */
  subject: string;
  failures: number;
  last_failed_at: Date;
}
