import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { Connection, patience, type Logins } from './connection.ts';
import { connectionTypes } from './connection-types.ts';
import type { WaymarkDatabase } from './database.ts';
import { prepareDatabaseByUrl } from './database-by-url.ts';
import { DatabaseFault } from './database-fault.ts';
import { joinEmbeddedServer } from './embedded/embedded-server.ts';
import { hasEmbeddedDatabase } from './embedded/home.ts';
import { ensureDatabase } from './embedded/ensure-database.ts';
import { migrate, refuseUnmigrated } from './migrate.ts';
import { systemSessions } from './system-sessions.ts';
import type { Tables } from './tables.ts';

export interface DatabaseOptions {
  /** Where the embedded server keeps its files. */
  readonly dataFolder: string;
  /** Whom the embedded server runs as where Waymark is root. */
  readonly databaseUser?: string;
  /** The folder that the embedded server archives its log in; null for none. */
  readonly logArchive?: string | null;
  /** The address of a PostgreSQL to use instead; null for the embedded server. */
  readonly databaseUrl: string | null;
  /** The same database by the login of the program's own work, and by the owner of its tables; null where there is but one. */
  readonly databaseSystemUrl?: string | null;
  readonly databaseOwnerUrl?: string | null;
  /** Whether nobody real is in it: then a login that may do too much is told of, and else refused. */
  readonly demonstration?: boolean;
  /** Told, in sentences, what whoever runs Waymark should know. */
  readonly say: (line: string) => void;
  /** True for commands that look at what is there: nothing is made or migrated then. */
  readonly mustExist?: boolean;
}

/** Of each login. */
const CONNECTIONS = 15;
const CONNECT_WITHIN_MS = 5_000;

/**
 * Opens the database and brings its tables up to date. The embedded server is started where it does not run.
 * Throws a DatabaseFault, whose message says what to do, where the database cannot be used.
 */
export async function openDatabase(options: DatabaseOptions): Promise<WaymarkDatabase> {
  return options.databaseUrl === null ? openEmbedded(options) : openByUrl(options.databaseUrl, options);
}

async function openEmbedded(options: DatabaseOptions): Promise<WaymarkDatabase> {
  const { dataFolder, mustExist = false } = options;
  if (mustExist && !(await hasEmbeddedDatabase(dataFolder))) {
    throw new DatabaseFault(`There is no database in ${dataFolder}. Name the right folder in WAYMARK_DATA.`);
  }
  const server = await joinEmbeddedServer(options);
  try {
    const { owner, logins } = await ensureDatabase(server.socketFolder);
    await prepare(owner, mustExist);
    return connect('embedded', logins, () => server.leave());
  } catch (fault) {
    await server.leave();
    throw fault;
  }
}

async function openByUrl(url: string, options: DatabaseOptions): Promise<WaymarkDatabase> {
  const { mustExist = false } = options;
  const { owner, logins } = await prepareDatabaseByUrl(url, options);
  if (owner !== null) await prepare(owner, mustExist);
  return connect('url', logins, async () => undefined);
}

async function prepare(owner: pg.ClientConfig, mustExist: boolean): Promise<void> {
  const client = new Connection(owner);
  await client.connect();
  try {
    await (mustExist ? refuseUnmigrated(client) : migrate(client));
  } finally {
    await client.end();
  }
}

/** Connections that work under the application's roles. `afterwards` runs when they are closed. */
export function connect(
  kind: WaymarkDatabase['kind'],
  logins: Logins,
  afterwards: () => Promise<void>,
): WaymarkDatabase {
  const connections = pooled(logins.people, 'waymark');
  const systemConnections = pooled(logins.program, 'waymark, its own work');
  return {
    kind,
    connections,
    systemConnections,
    sessionsFor: (purpose) => systemSessions(logins.program, purpose),
    async close() {
      await connections.destroy();
      await systemConnections.destroy();
      await afterwards();
    },
  };
}

function pooled(connection: pg.ClientConfig, name: string): Kysely<Tables> {
  const pool = new pg.Pool({
    ...connection,
    ...patience,
    types: connectionTypes,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: name,
  });
  // A connection that breaks while idle is replaced when the next one is asked for.
  pool.on('error', () => undefined);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
