import type { OwnerConnection } from '../db/index.ts';
import { BackupFault } from './domain/backup-fault.ts';

/** A table as it is copied. */
export interface CopiedTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly isForced: boolean;
}

/** What no backup holds: the manifest names the migrations, and after a restore everybody signs in again. */
const LEFT_OUT: ReadonlySet<string> = new Set(['public.schema_migrations', 'public.sessions']);

/** The purpose under which the owner of the tables reads every row; each table with forced row-level security has a policy for it. */
export const BACK_UP_PURPOSE = 'back-up';

/**
 * Every table of the program, each after those that it refers to. Throws a BackupFault where the login does not own them, or
 * would be shown less than all of one.
 */
export async function copiedTables(owner: OwnerConnection): Promise<readonly CopiedTable[]> {
  const { rows } = await owner.query<CopiedTable & { id: string; is_owned: boolean; is_hidden: boolean }>(`
    select class.oid::text as id, nspname as schema, relname as name, relforcerowsecurity as "isForced",
      pg_has_role(current_user, relowner, 'usage') as is_owned,
      relforcerowsecurity and not current_setting('is_superuser')::bool
        and not (select rolbypassrls from pg_roles where rolname = current_user)
        and not exists (select from pg_policy where polrelid = class.oid and polname = 'read_to_back_up') as is_hidden,
      (select coalesce(array_agg(attname::text order by attnum), '{}') from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
    from pg_class class join pg_namespace space on space.oid = relnamespace
    where relkind = 'r' and nspname in ('public', 'jobs')
    order by nspname, relname`);
  const tables = rows.filter(({ schema, name }) => !LEFT_OUT.has(`${schema}.${name}`));
  const foreign = rows.find(({ is_owned }) => !is_owned);
  if (foreign) {
    throw new BackupFault(
      `The database login does not own ${foreign.schema}.${foreign.name}. Sign in as the owner of the tables.`,
    );
  }
  const hidden = tables.find(({ is_hidden }) => is_hidden);
  if (hidden) {
    throw new BackupFault(
      `${hidden.schema}.${hidden.name} has no policy read_to_back_up, so that a backup would miss rows of it. Add it in a migration.`,
    );
  }
  return inOrder(tables, await references(owner));
}

/** For COPY: the table with its columns. */
export function copied({ schema, name, columns }: Pick<CopiedTable, 'schema' | 'name' | 'columns'>): string {
  return `${inSql({ schema, name })} (${columns.map((column) => quoted(column)).join(', ')})`;
}

export function inSql({ schema, name }: Pick<CopiedTable, 'schema' | 'name'>): string {
  return `${quoted(schema)}.${quoted(name)}`;
}

async function references(owner: OwnerConnection): Promise<readonly { readonly from: string; readonly to: string }[]> {
  const { rows } = await owner.query<{ from: string; to: string }>(
    `select conrelid::text as from, confrelid::text as to from (
       select conrelid::oid, confrelid::oid from pg_constraint where contype = 'f' and conrelid <> confrelid) key`,
  );
  return rows;
}

function inOrder<Table extends { readonly id: string }>(
  tables: readonly Table[],
  keys: readonly { readonly from: string; readonly to: string }[],
): readonly Table[] {
  const left = new Map(tables.map((table) => [table.id, table]));
  const ordered: Table[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter(({ id }) => !keys.some(({ from, to }) => from === id && left.has(to)));
    if (free.length === 0) throw new Error('Tables refer to each other in a circle');
    for (const table of free) left.delete(table.id);
    ordered.push(...free);
  }
  return ordered;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
