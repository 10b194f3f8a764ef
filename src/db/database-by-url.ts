import type pg from 'pg';
import { errorMessage } from '../shared/error-message.ts';
import { Connection } from './connection.ts';
import { DatabaseFault } from './database-fault.ts';
import { ensureRoles } from './roles.ts';
import { soleRow } from './sole-row.ts';

/** `grant … with inherit false, set true`, which keeps the owner's rights out of the application, came with 16. */
const OLDEST_SERVER = 160_000;

/**
 * Prepares a PostgreSQL that somebody else runs: that it can be reached, is new enough, speaks UTF-8, and has the two
 * roles of the application. Throws a DatabaseFault that says what to do; it never repeats the URL, which may hold a
 * password.
 */
export async function prepareDatabaseByUrl(url: string, say: (line: string) => void): Promise<pg.ClientConfig> {
  const connection = { connectionString: url };
  const client = await reach(connection);
  try {
    const { rows } = await client.query<{ version: number; encoding: string; login: string; super: boolean }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
              current_user as login, current_setting('is_superuser')::bool as super`,
    );
    const server = soleRow(rows);
    if (server.version < OLDEST_SERVER) {
      throw new DatabaseFault(
        `DATABASE_URL leads to PostgreSQL ${server.version / 10_000}; Waymark needs 16 or newer.`,
      );
    }
    if (server.encoding !== 'UTF8') {
      throw new DatabaseFault(`DATABASE_URL leads to a database in ${server.encoding}; Waymark needs one in UTF8.`);
    }
    if (server.super) {
      say('DATABASE_URL signs in as a superuser. Give Waymark a login of its own that owns only its database.');
    }
    await ensureRoles(client, server.login);
  } finally {
    await client.end();
  }
  return connection;
}

async function reach(connection: pg.ClientConfig): Promise<pg.Client> {
  let client: pg.Client;
  try {
    client = new Connection({ ...connection, connectionTimeoutMillis: 10_000 });
  } catch (cause) {
    throw new DatabaseFault(
      'DATABASE_URL is not an address of a database (postgresql://login:password@host:5432/database).',
      { cause },
    );
  }
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw new DatabaseFault(
      `The PostgreSQL that DATABASE_URL names (${client.user} at ${client.host}:${client.port}/${client.database}) cannot be used: ${reasonOf(cause)}`,
      { cause },
    );
  }
}

/** Node wraps the failures of a name with several addresses into one error without words. */
function reasonOf(cause: unknown): string {
  if (cause instanceof AggregateError) return cause.errors.map(errorMessage).join('; ');
  return errorMessage(cause);
}
