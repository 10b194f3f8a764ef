/**
 * The database: PostgreSQL, embedded or given by URL, its migrations, and work done as somebody under row-level security.
 */
export { asActor, asSystem } from './as-actor.ts';
export { soleRow } from './sole-row.ts';
export type { ActingAccount, SystemPurpose, WaymarkDatabase, WaymarkTransaction } from './database.ts';
export { databaseClock } from './database-clock.ts';
export { DatabaseFault, DatabaseSettingFault } from './database-fault.ts';
export { databaseHealth, type DatabaseHealth } from './health.ts';
export { copyBase, type BaseCopy } from './embedded/copy-files.ts';
export { restoreBase } from './embedded/restore-files.ts';
export { knownMigrations } from './migrate.ts';
export { oneAtATime } from './one-at-a-time.ts';
export { openDatabase, type DatabaseOptions } from './open-database.ts';
export { openOwned, ownedDatabase, type OwnedDatabase, type OwnerConnection } from './owned-database.ts';
export { setUpLogins, type LoginUrls, type SetUp } from './set-up-logins.ts';
export type { Tables } from './tables.ts';
