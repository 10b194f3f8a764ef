import pg from 'pg';
import { errorCode } from '../shared/error-code.ts';
import { APPLICATION_ROLE, SYSTEM_ROLE } from './database.ts';
import { DatabaseFault } from './database-fault.ts';

/** "Exists already", and what PostgreSQL says instead where two programs make it at the same moment. */
const EXISTS_ALREADY = new Set(['42710', '23505', 'XX000']);
const MAY_NOT = '42501';

/** By its name, the login that works for people, and that which does the program's own work. May be one and the same. */
export interface LoginNames {
  readonly web: string;
  readonly program: string;
}

/** What whoever runs the server has to do where Waymark's own login may not create roles. */
const REMEDY = ({ web, program }: LoginNames): string =>
  [
    `create role ${APPLICATION_ROLE} nologin nosuperuser nobypassrls;`,
    `create role ${SYSTEM_ROLE} nologin nosuperuser nobypassrls;`,
    `grant ${APPLICATION_ROLE} to ${pg.escapeIdentifier(web)} with inherit false, set true;`,
    `grant ${SYSTEM_ROLE} to ${pg.escapeIdentifier(program)} with inherit false, set true;`,
  ].join('\n  ');

/**
 * Makes the two roles that the application works under, where they are missing, and lets each login enter its own.
 * Throws a DatabaseFault with the SQL to run where the connected login may not do so, or where a role could bypass
 * row-level security.
 */
export async function ensureRoles(client: pg.Client, logins: LoginNames): Promise<void> {
  for (const [role, login] of [
    [APPLICATION_ROLE, logins.web],
    [SYSTEM_ROLE, logins.program],
  ] as const) {
    await ensureRole(client, { role, login, logins });
    await refuseBypass(client, role);
  }
}

interface Wanted {
  readonly role: string;
  readonly login: string;
  readonly logins: LoginNames;
}

async function ensureRole(client: pg.Client, { role, login, logins }: Wanted): Promise<void> {
  const { rows } = await client.query<{ exists: boolean; enters: boolean }>(
    `select oid is not null as exists, coalesce(pg_has_role($2, oid, 'set'), false) as enters
       from (select to_regrole($1)::oid as oid) role`,
    [role, login],
  );
  const member = client.escapeIdentifier(login);
  try {
    if (!rows[0]?.exists) await ignoringRace(client.query(`create role ${role} nologin nosuperuser nobypassrls`));
    if (!rows[0]?.enters) await ignoringRace(client.query(`grant ${role} to ${member} with inherit false, set true`));
  } catch (cause) {
    if (errorCode(cause) !== MAY_NOT) throw cause;
    throw new DatabaseFault(
      `The database login ${client.user} may not create the role ${role} for ${login}, under which Waymark works so that row-level security holds. Let an administrator run:\n  ${REMEDY(logins)}`,
      { cause },
    );
  }
}

async function ignoringRace(statement: Promise<unknown>): Promise<void> {
  await statement.catch((fault: unknown) => {
    if (!EXISTS_ALREADY.has(errorCode(fault) ?? '')) throw fault;
  });
}

async function refuseBypass(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ bypasses: boolean }>(
    'select rolsuper or rolbypassrls as bypasses from pg_roles where rolname = $1',
    [role],
  );
  if (rows[0]?.bypasses) {
    throw new DatabaseFault(
      `The role ${role} can bypass row-level security. Let an administrator run:\n  alter role ${role} nosuperuser nobypassrls;`,
    );
  }
}
