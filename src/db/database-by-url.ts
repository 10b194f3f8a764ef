import type pg from 'pg';
import { errorMessage } from '../shared/error-message.ts';
import { Connection, type Logins } from './connection.ts';
import { SYSTEM_ROLE } from './database.ts';
import { DatabaseFault, DatabaseSettingFault } from './database-fault.ts';
import { refuseUnmigrated } from './migrate.ts';
import { ensureRoles } from './roles.ts';
import { soleRow } from './sole-row.ts';

/** `grant … with inherit false, set true`, which keeps the owner's rights out of the application, came with 16. */
const OLDEST_SERVER = 160_000;

/** The addresses of one database, by the login that each signs in with. */
export interface DatabaseUrls {
  readonly databaseSystemUrl?: string | null;
  readonly databaseOwnerUrl?: string | null;
  readonly demonstration?: boolean;
  readonly say: (line: string) => void;
}

export interface DatabaseByUrl {
  /** Who may change the tables; null where no such login is given, and somebody else keeps them up to date. */
  readonly owner: pg.ClientConfig | null;
  readonly logins: Logins;
}

/**
 * Prepares a PostgreSQL that somebody else runs: that it can be reached, is new enough, speaks UTF-8, and has the two
 * roles of the application, each entered by its own login. Throws a DatabaseFault that says what to do; it never repeats a
 * URL, which may hold a password.
 */
export async function prepareDatabaseByUrl(url: string, urls: DatabaseUrls): Promise<DatabaseByUrl> {
  const { databaseSystemUrl = null, databaseOwnerUrl = null } = urls;
  const people = { connectionString: url };
  const program = { connectionString: databaseSystemUrl ?? url };
  const web = await loginAt('DATABASE_URL', people);
  await refuseMuch(people, web, urls);
  if (databaseOwnerUrl !== null) {
    const owner = { connectionString: databaseOwnerUrl };
    const names = { web: web.name, program: nameIn(program) };
    await within('DATABASE_OWNER_URL', owner, (client) => ensureRoles(client, names));
    return { owner, logins: { people, program } };
  }
  if (!web.mayMigrate) {
    await within(databaseSystemUrl === null ? 'DATABASE_URL' : 'DATABASE_SYSTEM_URL', program, refuseNotSetUp);
    return { owner: null, logins: { people, program } };
  }
  await within('DATABASE_URL', people, (client) => ensureRoles(client, { web: web.name, program: nameIn(program) }));
  return { owner: people, logins: { people, program } };
}

/** Nobody who may change the tables is here: they must be as this version of Waymark has them. */
async function refuseNotSetUp(client: pg.Client): Promise<void> {
  try {
    await client.query(`set role ${SYSTEM_ROLE}`);
    await refuseUnmigrated(client);
  } catch (cause) {
    throw new DatabaseFault(
      `The database is not set up for this Waymark (${errorMessage(cause)}). Run once, with the owner of the tables in DATABASE_OWNER_URL: npm run -s waymark -- database setup`,
      { cause },
    );
  }
}

interface Login {
  readonly name: string;
  readonly isSuperuser: boolean;
  /** Whether it owns the tables, or may make them where there are none. */
  readonly mayMigrate: boolean;
}

async function loginAt(variable: string, connection: pg.ClientConfig): Promise<Login> {
  return within(variable, connection, async (client) => {
    const { rows } = await client.query<Login & { version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
              current_user as name, current_setting('is_superuser')::bool as "isSuperuser",
              coalesce(
                (select pg_has_role(current_user, relowner, 'usage') from pg_class
                 where oid = to_regclass('public.schema_migrations')),
                has_schema_privilege('public', 'create')) as "mayMigrate"`,
    );
    const { version, encoding, ...login } = soleRow(rows);
    if (version < OLDEST_SERVER) {
      throw new DatabaseFault(`${variable} leads to PostgreSQL ${version / 10_000}; Waymark needs 16 or newer.`);
    }
    if (encoding !== 'UTF8') {
      throw new DatabaseFault(`${variable} leads to a database in ${encoding}; Waymark needs one in UTF8.`);
    }
    return login;
  });
}

/** The login that pages work through: with real people it may be no more than that. */
async function refuseMuch(
  people: pg.ClientConfig,
  web: Login,
  { demonstration = true, say }: DatabaseUrls,
): Promise<void> {
  const entersSystemRole = await within('DATABASE_URL', people, async (client) => {
    const { rows } = await client.query<{ enters: boolean }>(
      `select coalesce(pg_has_role(current_user, to_regrole($1)::oid, 'set'), false) as enters`,
      [SYSTEM_ROLE],
    );
    return soleRow(rows).enters;
  });
  const much = web.isSuperuser
    ? 'signs in as a superuser'
    : web.mayMigrate
      ? 'signs in as the owner of the tables'
      : entersSystemRole
        ? `signs in as a login that may take the role ${SYSTEM_ROLE}`
        : null;
  if (much === null) return;
  const remedy = 'Give pages a login of their own: docs/set-up-for-real.md says how, under "A database of your own".';
  if (!demonstration) {
    throw new DatabaseSettingFault(
      `DATABASE_URL ${much}, so that a fault in a page could reach what row-level security keeps back. ${remedy}`,
    );
  }
  say(`DATABASE_URL ${much}. With WAYMARK_DEMONSTRATION=no it would be refused. ${remedy}`);
}

/** Work on a connection of its own, after which it is ended. */
async function within<Answer>(
  variable: string,
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = await reach(variable, connection);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function nameIn(connection: pg.ClientConfig): string {
  return new Connection(connection).user ?? '';
}

async function reach(variable: string, connection: pg.ClientConfig): Promise<pg.Client> {
  let client: pg.Client;
  try {
    client = new Connection({ ...connection, connectionTimeoutMillis: 10_000 });
  } catch (cause) {
    throw new DatabaseFault(
      `${variable} is not an address of a database (postgresql://login:password@host:5432/database).`,
      { cause },
    );
  }
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw new DatabaseFault(
      `The PostgreSQL that ${variable} names (${client.user} at ${client.host}:${client.port}/${client.database}) cannot be used: ${reasonOf(cause)}`,
      { cause },
    );
  }
}

/** Node wraps the failures of a name with several addresses into one error without words. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(errorMessage).join('; ');
  return errorMessage(cause);
}
