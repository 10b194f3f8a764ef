import type pg from 'pg';
import { Connection } from './connection.ts';
import { CopyIn, CopyOut } from './copy-stream.ts';
import { prepareDatabaseByUrl } from './database-by-url.ts';
import { DatabaseFault } from './database-fault.ts';
import { joinEmbeddedServer } from './embedded/embedded-server.ts';
import { ensureDatabase } from './embedded/ensure-database.ts';
import { hasEmbeddedDatabase } from './embedded/home.ts';
import { appliedMigrations, migrate, refuseUnmigrated, type MigrationName } from './migrate.ts';
import type { DatabaseOptions } from './open-database.ts';

/** A connection that signed in as the owner of the tables. */
export interface OwnerConnection {
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as in the driver: the caller says what the rows hold
  query<Row extends object>(
    statement: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: readonly Row[]; readonly rowCount: number | null }>;
  /** The rows that `copy … to stdout` answers. */
  copyOut(statement: string): CopyOut;
  /** Takes the rows for `copy … from stdin`. */
  copyIn(statement: string): CopyIn;
  /** The migrations that are applied, in their order. */
  appliedMigrations(): Promise<MigrationName[]>;
}

/** A database as the owner of its tables reaches it: for what is done to all of it, and never for what a person asks. */
export interface OwnedDatabase {
  /** Makes or changes the tables, up to the migration that is named or to the last one. */
  migrate(upTo?: string): Promise<void>;
  /** Work on a connection of its own, which is ended afterwards. */
  within<Answer>(work: (owner: OwnerConnection) => Promise<Answer>): Promise<Answer>;
  close(): Promise<void>;
}

/** Opens the database as its owner; nothing is migrated by that. Throws a DatabaseFault where it cannot be used. */
export async function openOwned(options: DatabaseOptions): Promise<OwnedDatabase> {
  const { dataFolder, databaseUrl, mustExist = false } = options;
  if (databaseUrl !== null) {
    const { owner } = await prepareDatabaseByUrl(databaseUrl, options);
    if (owner === null) {
      throw new DatabaseFault(
        'This needs the owner of the tables, which DATABASE_URL is not. Name it in DATABASE_OWNER_URL, for this command alone.',
      );
    }
    return opened(owner, mustExist, async () => undefined);
  }
  if (mustExist && !(await hasEmbeddedDatabase(dataFolder))) {
    throw new DatabaseFault(`There is no database in ${dataFolder}. Name the right folder in WAYMARK_DATA.`);
  }
  const server = await joinEmbeddedServer(options);
  try {
    const { owner } = await ensureDatabase(server.socketFolder);
    return await opened(owner, mustExist, () => server.leave());
  } catch (fault) {
    await server.leave();
    throw fault;
  }
}

async function opened(
  connection: pg.ClientConfig,
  mustExist: boolean,
  afterwards: () => Promise<void>,
): Promise<OwnedDatabase> {
  const within: Within = async (work) => {
    const client = new Connection(connection);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  };
  if (mustExist) await within(refuseUnmigrated);
  return ownedDatabase(within, afterwards);
}

type Within = <Answer>(work: (client: pg.Client) => Promise<Answer>) => Promise<Answer>;

/** The same of connections that somebody else makes. `afterwards` runs when it is closed. */
export function ownedDatabase(within: Within, afterwards: () => Promise<void>): OwnedDatabase {
  return {
    within: (work) => within((client) => work(ownerConnection(client))),
    migrate: (upTo) => within(async (client) => void (await migrate(client, undefined, upTo))),
    close: afterwards,
  };
}

function ownerConnection(client: pg.Client): OwnerConnection {
  return {
    query: async <Row extends object>(statement: string, values: readonly unknown[] = []) =>
      client.query<Row>(statement, [...values]),
    copyOut: (statement) => client.query(new CopyOut(statement)),
    copyIn: (statement) => client.query(new CopyIn(statement)),
    appliedMigrations: () => appliedMigrations(client),
  };
}
