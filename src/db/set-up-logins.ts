import pg from 'pg';
import { errorCode } from '../shared/error-code.ts';
import { Connection } from './connection.ts';
import { APPLICATION_ROLE, SYSTEM_ROLE } from './database.ts';
import { DatabaseFault } from './database-fault.ts';
import { migrate } from './migrate.ts';
import { ensureRoles } from './roles.ts';

export interface LoginUrls {
  readonly databaseUrl: string | null;
  readonly databaseSystemUrl: string | null;
  readonly databaseOwnerUrl: string | null;
}

export interface SetUp {
  readonly web: string;
  readonly program: string;
  readonly owner: string;
  /** The logins that were not there before. */
  readonly made: readonly string[];
  readonly migrations: number;
}

const MAY_NOT = '42501';

/**
 * Makes, as the owner, the tables and the two logins that the addresses name, each of which may enter one role and nothing else.
 * Throws a DatabaseFault where an address is missing, two name the same login, or the owner may not create logins.
 */
export async function setUpLogins({ databaseUrl, databaseSystemUrl, databaseOwnerUrl }: LoginUrls): Promise<SetUp> {
  if (databaseUrl === null || databaseSystemUrl === null || databaseOwnerUrl === null) {
    throw new DatabaseFault(
      'It needs three addresses of one database, each with a login of its own: DATABASE_URL, for pages; DATABASE_SYSTEM_URL, for the own work of the program; DATABASE_OWNER_URL, who owns the tables.',
    );
  }
  const [web, program] = [new Connection(databaseUrl), new Connection(databaseSystemUrl)];
  const owner = new Connection(databaseOwnerUrl);
  const names = { web: web.user ?? '', program: program.user ?? '', owner: owner.user ?? '' };
  if (new Set(Object.values(names)).size < 3) {
    throw new DatabaseFault(
      'The three addresses must name three logins: one that could do the work of two would keep nobody out.',
    );
  }
  await owner.connect().catch((cause: Error) => {
    throw new DatabaseFault(`DATABASE_OWNER_URL cannot be used: ${cause.message}`, { cause });
  });
  try {
    const made: string[] = [];
    for (const login of [web, program]) if (await makeLogin(owner, login)) made.push(login.user ?? '');
    await ensureRoles(owner, names);
    await part(owner, names);
    return { ...names, made, migrations: await migrate(owner) };
  } finally {
    await owner.end();
  }
}

async function makeLogin(owner: pg.Client, { user = '', password }: pg.Client): Promise<boolean> {
  const { rowCount } = await owner.query('select from pg_roles where rolname = $1', [user]);
  if (rowCount) return false;
  const role = `create role ${pg.escapeIdentifier(user)} login noinherit nosuperuser nobypassrls nocreatedb nocreaterole`;
  const secret = typeof password === 'string' && password !== '' ? ` password ${pg.escapeLiteral(password)}` : '';
  await owner.query(role + secret).catch((cause: unknown) => {
    if (errorCode(cause) !== MAY_NOT) throw cause;
    throw new DatabaseFault(
      `The owner may not create logins. Let an administrator run, with the password of its address: ${role} password '…';`,
      { cause },
    );
  });
  return true;
}

/** A login that was once given both roles keeps its own alone. */
async function part(
  owner: pg.Client,
  { web, program }: { readonly web: string; readonly program: string },
): Promise<void> {
  for (const [login, role] of [
    [web, SYSTEM_ROLE],
    [program, APPLICATION_ROLE],
  ] as const) {
    const { rows } = await owner.query<{ enters: boolean }>('select pg_has_role($1, $2::regrole::oid, $3) as enters', [
      login,
      role,
      'set',
    ]);
    if (rows[0]?.enters) await owner.query(`revoke ${role} from ${pg.escapeIdentifier(login)}`);
  }
}
