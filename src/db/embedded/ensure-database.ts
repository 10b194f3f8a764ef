import type pg from 'pg';
import { Connection, type Logins } from '../connection.ts';
import { ensureRoles } from '../roles.ts';
import { serverConnection } from './probe.ts';

/** Owns the tables; only migrations sign in as this. Like any owner of a database given by URL, no superuser. */
const OWNER_LOGIN = 'waymark_owner';
/** Two logins without rights of their own: one may enter the role for people alone, one that for the program's own work. */
const WEB_LOGIN = 'waymark_web';
const PROGRAM_LOGIN = 'waymark_program';
/** The one login that there was before, which could enter both. */
const FORMER_LOGIN = 'waymark_login';

/** 'XX000' is what PostgreSQL says where two change the same role at the same moment. */
const EXISTS_ALREADY = new Set(['42710', '42P04', '23505', 'XX000']);

export interface EmbeddedDatabase {
  readonly owner: pg.ClientConfig;
  readonly logins: Logins;
}

/** Makes the database and its logins on the embedded server where they are missing, and says how to reach them. */
export async function ensureDatabase(socketFolder: string, name = 'waymark'): Promise<EmbeddedDatabase> {
  const server = new Connection(serverConnection(socketFolder));
  await server.connect();
  try {
    for (const login of [OWNER_LOGIN, WEB_LOGIN, PROGRAM_LOGIN]) {
      if (await has(server, 'pg_roles', 'rolname', login)) continue;
      await ignoringExisting(server, `create role ${login} login nosuperuser nobypassrls`);
    }
    await ensureRoles(server, { web: WEB_LOGIN, program: PROGRAM_LOGIN });
    if (await has(server, 'pg_roles', 'rolname', FORMER_LOGIN)) {
      await ignoringExisting(server, `alter role ${FORMER_LOGIN} nologin`);
    }
    if (!(await has(server, 'pg_database', 'datname', name))) {
      await ignoringExisting(server, `create database ${name} owner ${OWNER_LOGIN}`);
    }
  } finally {
    await server.end();
  }
  const connection = { ...serverConnection(socketFolder), database: name };
  return {
    owner: { ...connection, user: OWNER_LOGIN },
    logins: { people: { ...connection, user: WEB_LOGIN }, program: { ...connection, user: PROGRAM_LOGIN } },
  };
}

async function has(server: pg.Client, catalogue: string, column: string, name: string): Promise<boolean> {
  const { rowCount } = await server.query(`select from ${catalogue} where ${column} = $1`, [name]);
  return Boolean(rowCount);
}

/** Two Waymarks may make the same thing at the same moment. */
async function ignoringExisting(server: pg.Client, statement: string): Promise<void> {
  await server.query(statement).catch((fault: pg.DatabaseError) => {
    if (!EXISTS_ALREADY.has(fault.code ?? '')) throw fault;
  });
}
