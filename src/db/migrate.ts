import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { errorMessage } from '../shared/error-message.ts';
import { SYSTEM_ROLE } from './database.ts';
import { DatabaseFault } from './database-fault.ts';

const MIGRATIONS = new URL('./migrations/', import.meta.url);
const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** Any number will do, as long as every Waymark takes the same one. */
const ONE_AT_A_TIME = 7_202_611;

const MAY_NOT = '42501';

/** A migration by the name of its file and the SHA-256 of what stands in it. */
export interface MigrationName {
  readonly name: string;
  readonly checksum: string;
}

interface Migration extends MigrationName {
  readonly sql: string;
}

/**
 * Brings the database's tables up to date: each file of migrations/ once, in the order of its number, in a transaction
 * of its own. Two programs may do so at the same time. Returns how many files the database now has applied.
 * Throws a DatabaseFault where an applied file has been changed since or is unknown to this version of Waymark, and where
 * a new file has a lower number than an applied one: other databases would come to have the two in another order.
 * `upTo` names the last one to apply.
 */
export async function migrate(owner: pg.Client, folder: URL = MIGRATIONS, upTo?: string): Promise<number> {
  const migrations = await readMigrations(folder);
  await prepareRecord(owner).catch((cause: pg.DatabaseError) => {
    if (cause.code !== MAY_NOT) throw cause;
    throw new DatabaseFault(
      `The database login may not make tables (${cause.message}). Let an administrator make it the owner of the database.`,
      { cause },
    );
  });
  const applied = await readApplied(owner);
  refuseUnknown(migrations, applied);
  const wanted = migrations.filter(({ name }) => upTo === undefined || name <= upTo);
  for (const migration of wanted) await applyOnce(owner, migration);
  return wanted.length;
}

/** The migrations that this version of Waymark has, in their order. */
export async function knownMigrations(): Promise<readonly MigrationName[]> {
  return (await readMigrations(MIGRATIONS)).map(({ name, checksum }) => ({ name, checksum }));
}

/** The migrations that the database has applied, in their order. */
export async function appliedMigrations(owner: pg.Client): Promise<MigrationName[]> {
  const { rows } = await owner.query<MigrationName>(
    'select name, checksum from schema_migrations order by name collate "C"',
  );
  return rows;
}

/**
 * Throws a DatabaseFault unless every migration is applied. For commands that look at a database that is in use: they
 * must not change it, and an empty one was hardly meant.
 */
export async function refuseUnmigrated(owner: pg.Client, folder: URL = MIGRATIONS): Promise<void> {
  const { rows } = await owner.query<{ exists: boolean }>(
    "select to_regclass('public.schema_migrations') is not null as exists",
  );
  if (!rows[0]?.exists) throw new DatabaseFault('There is no Waymark in this database. Is it the right one?');
  const migrations = await readMigrations(folder);
  const applied = await readApplied(owner);
  refuseUnknown(migrations, applied);
  const missing = migrations.filter(({ name }) => !applied.has(name));
  if (missing.length === 0) return;
  throw new DatabaseFault(
    `The database was made by an older Waymark (${missing.map(({ name }) => name).join(', ')} not applied). Start this one once: npm start`,
  );
}

async function readMigrations(folder: URL): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = new Map<string, string>();
  for (const name of names) {
    const number = FILE_NAME.exec(name)?.[1];
    if (!number) throw new DatabaseFault(`Migration ${name} must be named NNNN-what-it-does.sql`);
    const other = numbers.get(number);
    if (other) throw new DatabaseFault(`Migrations ${other} and ${name} have the same number`);
    numbers.set(number, name);
  }
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function prepareRecord(owner: pg.Client): Promise<void> {
  await inTransaction(owner, async () => {
    await owner.query(`create table if not exists schema_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    await owner.query(`grant select on schema_migrations to ${SYSTEM_ROLE}`);
  });
}

async function readApplied(owner: pg.Client): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migrations',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

function refuseUnknown(migrations: Migration[], applied: ReadonlyMap<string, string>): void {
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name)).sort();
  if (unknown.length > 0) {
    throw new DatabaseFault(
      `The database has ${unknown.join(', ')} applied, which this Waymark does not have: a newer version made it. Run that version, or use another database.`,
    );
  }
}

async function applyOnce(owner: pg.Client, migration: Migration): Promise<void> {
  await inTransaction(owner, async () => {
    const { rows } = await owner.query<{ checksum: string }>('select checksum from schema_migrations where name = $1', [
      migration.name,
    ]);
    const recorded = rows[0]?.checksum;
    if (recorded === migration.checksum) return;
    if (recorded !== undefined) {
      throw new DatabaseFault(
        `Migration ${migration.name} was changed after it was applied. Put the file back as it was, and make the change in a new migration.`,
      );
    }
    await refuseBelowApplied(owner, migration);
    await runMigration(owner, migration);
  });
}

async function refuseBelowApplied(owner: pg.Client, { name }: Migration): Promise<void> {
  const { rows } = await owner.query<{ last: string | null }>(
    'select max(name collate "C") as last from schema_migrations',
  );
  const last = rows[0]?.last ?? null;
  if (last === null || name > last) return;
  throw new DatabaseFault(
    `Migration ${name} is new, but the database has ${last} applied, which comes after it. Give the new file a higher number.`,
  );
}

async function runMigration(owner: pg.Client, migration: Migration): Promise<void> {
  try {
    // What a migration changes of a row that is recorded is recorded as its own.
    await owner.query("select set_config('waymark.purpose', 'migration', true)");
    await owner.query(migration.sql);
  } catch (cause) {
    throw new DatabaseFault(`Migration ${migration.name} failed: ${errorMessage(cause)}`, { cause });
  }
  await owner.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
    migration.name,
    migration.checksum,
  ]);
}

async function inTransaction(owner: pg.Client, work: () => Promise<void>): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query('select pg_advisory_xact_lock($1)', [ONE_AT_A_TIME]);
    await owner.query('set local search_path = public');
    await work();
    await owner.query('commit');
  } catch (fault) {
    await owner.query('rollback').catch(() => undefined);
    throw fault;
  }
}
