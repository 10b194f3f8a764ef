import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { connect } from '../../src/db/open-database.ts';
import type { WaymarkDatabase } from '../../src/db/index.ts';

/** A migrated database of one kind that test databases are copied from; made once a run by global-setup.ts. */
export interface TestTemplate {
  readonly kind: WaymarkDatabase['kind'];
  /** May create and drop databases. */
  readonly maker: Connection;
  readonly template: string;
  /** The login that owns the tables. */
  readonly owner: Connection;
  /** The logins that the application works through: for people, and for its own work. */
  readonly people: Connection;
  readonly program: Connection;
}

export type Connection = Readonly<{ host: string; port: number; user: string; password: string; database: string }>;

declare module 'vitest' {
  export interface ProvidedContext {
    testTemplates: TestTemplate[];
  }
}

export interface TestDatabase {
  readonly db: WaymarkDatabase;
  /** Its addresses, by the login that each signs in with. */
  readonly urls: {
    readonly databaseUrl: string;
    readonly databaseSystemUrl: string;
    readonly databaseOwnerUrl: string;
  };
  /** Work as the owner of the tables: to look behind row-level security's back, or to break things on purpose. */
  asOwner<Answer>(work: (owner: pg.Client) => Promise<Answer>): Promise<Answer>;
  /** Work as the login that pages work through, without a role taken. */
  asWebLogin<Answer>(work: (client: pg.Client) => Promise<Answer>): Promise<Answer>;
  /** Work as the login of the program's own work, without a role taken. */
  asProgramLogin<Answer>(work: (client: pg.Client) => Promise<Answer>): Promise<Answer>;
  /** Work as the login that made the database, which may end the connections of the others. */
  asMaker<Answer>(work: (maker: pg.Client) => Promise<Answer>): Promise<Answer>;
  /** A database beside it that has no tables yet, gone again with this one. */
  withoutTables(): Promise<Pick<TestDatabase, 'asOwner' | 'db' | 'urls'>>;
  close(): Promise<void>;
}

/** A fresh, empty, migrated database, gone again when closed. */
export function makeTestDatabase(template: TestTemplate): Promise<TestDatabase> {
  return makeFrom(template, template.template);
}

async function makeFrom(template: TestTemplate, copied: string): Promise<TestDatabase> {
  const name = `${template.template}_${randomBytes(6).toString('hex')}`;
  const owner = pg.escapeIdentifier(template.owner.user);
  const beside: TestDatabase[] = [];
  await within(template.maker, (maker) => maker.query(`create database ${name} template ${copied} owner ${owner}`));
  const people = { ...template.people, database: name };
  const program = { ...template.program, database: name };
  const db = connect(template.kind, { people, program }, () => within(template.maker, (maker) => dropped(maker, name)));
  return {
    db,
    urls: {
      databaseUrl: urlOf(people),
      databaseSystemUrl: urlOf(program),
      databaseOwnerUrl: urlOf({ ...template.owner, database: name }),
    },
    asOwner: (work) => within({ ...template.owner, database: name }, work),
    asWebLogin: (work) => within(people, work),
    asProgramLogin: (work) => within(program, work),
    asMaker: (work) => within({ ...template.maker, database: name }, work),
    async withoutTables() {
      const made = await makeFrom(template, 'template0');
      beside.push(made);
      return made;
    },
    async close() {
      for (const each of beside) await each.close();
      await db.close();
    },
  };
}

/** A worker that vacuums the database is the server's own, and whoever is no superuser cannot end it: it is soon done. */
async function dropped(maker: pg.Client, name: string): Promise<void> {
  for (let triesLeft = 50; ; triesLeft -= 1) {
    try {
      await maker.query(`drop database if exists ${name} with (force)`);
      return;
    } catch (fault) {
      if (!(fault instanceof pg.DatabaseError && fault.code === '42501') || triesLeft === 0) throw fault;
      await pause(100);
    }
  }
}

function urlOf({ host, port, user, password, database }: Connection): string {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return `postgresql://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}

/** One piece of work on a connection of its own. */
export async function within<Answer>(
  connection: pg.ClientConfig,
  work: (client: pg.Client) => Promise<Answer>,
): Promise<Answer> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
