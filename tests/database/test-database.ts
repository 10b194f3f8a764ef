import { randomBytes } from 'node:crypto';
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
  /** The login that the application works through. */
  readonly application: Connection;
}

export type Connection = Readonly<{ host: string; port: number; user: string; password: string; database: string }>;

declare module 'vitest' {
  export interface ProvidedContext {
    testTemplates: TestTemplate[];
  }
}

export interface TestDatabase {
  readonly db: WaymarkDatabase;
  /** Work as the owner of the tables: to look behind row-level security's back, or to break things on purpose. */
  asOwner<Answer>(work: (owner: pg.Client) => Promise<Answer>): Promise<Answer>;
  /** Work as the login that made the database, which may end the connections of the others. */
  asMaker<Answer>(work: (maker: pg.Client) => Promise<Answer>): Promise<Answer>;
  /** A database beside it that has no tables yet, gone again with this one. */
  withoutTables(): Promise<Pick<TestDatabase, 'asOwner' | 'db'>>;
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
  const db = connect(template.kind, { ...template.application, database: name }, () =>
    within(template.maker, async (maker) => void (await maker.query(`drop database if exists ${name} with (force)`))),
  );
  return {
    db,
    asOwner: (work) => within({ ...template.owner, database: name }, work),
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
