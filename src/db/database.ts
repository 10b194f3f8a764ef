import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * An open, migrated database. Queries are reachable only through `asActor` and `asSystem`, so that nothing is read
 * or written without first saying who asks: `connections` and `systemConnections` are for this room alone.
 */
export interface WaymarkDatabase {
  readonly kind: 'embedded' | 'url';
  /** Of the login that may work for people, and can never come to the program's own role. */
  readonly connections: Kysely<Tables>;
  /** Of the login that does the program's own work. */
  readonly systemConnections: Kysely<Tables>;
  /** Connections for a part of the program that manages its transactions itself: the queue of jobs. */
  sessionsFor(purpose: SystemPurpose): SystemSessions;
  /** Ends every connection; stops the embedded server where no other Waymark uses it. */
  close(): Promise<void>;
}

/** Connections that act for one purpose of the program, from their first statement to their last. */
export interface SystemSessions {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  close(): Promise<void>;
}

/** One transaction, under the rights of whoever it was opened for. */
export type WaymarkTransaction = Transaction<Tables>;

/** The two roles that the application works under. Neither owns a table, neither can bypass row-level security. */
export const APPLICATION_ROLE = 'waymark_app';
export const SYSTEM_ROLE = 'waymark_system';

/** What the program does by itself, with nobody signed in. Each is named in the database for the length of its work. */
export type SystemPurpose =
  | 'sign-in'
  | 'read-session'
  | 'verify-audit'
  | 'demonstration'
  | 'health'
  | 'manage-accounts'
  | 'run-jobs'
  | 'close-evaluations'
  | 'export-cohort'
  | 'check-database';

/** What is set at the start of a transaction, so that row-level security knows who asks. The rights of a role stand in `role_rights`. */
export interface ActingAccount {
  readonly accountId: string;
  readonly organisationId: string;
  /** Null for all but the police. */
  readonly force: string | null;
  readonly role: string;
}

/** What row-level security asks: the acting account, or the purpose of the program's own work. */
export type Acting = { readonly actor: ActingAccount } | { readonly purpose: SystemPurpose };
