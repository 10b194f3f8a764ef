import { describe, expect, test } from 'vitest';
import { addEverybody, officer } from '../../tests/cases/people.ts';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { asActor, asSystem } from './index.ts';

/** What the login of pages may not do, with no role taken and with the one it may take. */
const refused: readonly (readonly [string, string])[] = [
  ['take the role of the program', 'set role waymark_system'],
  ['take it for a transaction', "select set_config('role', 'waymark_system', false)"],
  ['take a role of the server', 'set role pg_read_all_data'],
  ['read password hashes', 'select password_hash from accounts'],
  ['read sessions', 'select * from sessions'],
  ['read throttled sign-ins', 'select * from sign_in_attempts'],
  ['read jobs', 'select * from jobs.job'],
  ['read the heads of chains', 'select * from chain_heads'],
  ['read what rows were', 'select * from row_entries'],
  ['compare every row', 'select * from rows_not_as_recorded()'],
  ['record a row by hand', `select record_content('cases:x', '{}')`],
  ['turn off triggers', 'alter table audit_entries disable trigger user'],
  ['turn off triggers for itself', 'set session_replication_role = replica'],
  ['turn off row-level security', 'alter table cases disable row level security'],
  ['go without forced row-level security', 'alter table cases no force row level security'],
  ['add a policy', 'create policy mine on cases for select to public using (true)'],
  [
    'replace a function',
    `create or replace function acting_may(wanted text) returns boolean language sql as 'select true'`,
  ],
  ['make a table', 'create table mine (x int)'],
  ['make a schema', 'create schema mine'],
  ['give itself a right', `insert into role_rights (role, "right") values ('officer', 'read-audit')`],
  ['change the record', `update audit_entries set action = 'x'`],
  ['take from the record', 'delete from audit_entries'],
  ['empty the record', 'truncate audit_entries'],
  ['make an account', `insert into accounts (email, name, password_hash) values ('a@b.example', 'A', 'x')`],
  ['delete a case', 'delete from cases'],
  ['make a login', 'create role mine login'],
  ['grant itself a role', 'grant waymark_system to current_user'],
  ['read a file of the server', `select pg_read_file('postgresql.conf')`],
  ['run a program', `copy (select 1) to program 'true'`],
  ['write a file', `copy (select 1) to '/tmp/written-by-a-page'`],
];

withTestDatabase((database) => {
  describe.each([
    ['by itself', ''],
    ['for a person', 'set role waymark_app'],
  ])('The login of pages, %s, may not', (_how, first) => {
    test.each(refused)('%s', async (_what, statement) => {
      const tried = database.asWebLogin(async (client) => {
        if (first !== '') await client.query(first);
        // It may say that it is anybody; that helps it to nothing of this.
        await client.query(
          `select set_config('waymark.purpose', 'sign-in', false), set_config('waymark.role', 'supervisor', false)`,
        );
        return client.query(statement);
      });
      await expect(tried).rejects.toThrow(/permission denied|must be owner|only roles with/i);
    });
  });

  test('The login of pages sees no row of any table before it says who asks', async () => {
    await addEverybody(database.db);
    for (const table of ['accounts', 'cases', 'audit_entries', 'memberships']) {
      const seen = database.asWebLogin(async (client) => (await client.query(`select * from ${table}`)).rowCount);
      await expect(seen).rejects.toThrow('permission denied');
      const columns = table === 'accounts' ? 'id, email, name' : '*';
      const asNobody = await database.asWebLogin(async (client) => {
        await client.query('set role waymark_app');
        return (await client.query(`select ${columns} from ${table}`)).rowCount;
      });
      expect(asNobody).toBe(0);
    }
  });

  test('The login of the program may not act for a person, and owns nothing', async () => {
    for (const statement of [
      'set role waymark_app',
      'alter table cases disable row level security',
      'create table x (y int)',
    ]) {
      await expect(database.asProgramLogin((client) => client.query(statement))).rejects.toThrow(
        /permission denied|must be owner/,
      );
    }
  });

  test('Both do what they are there for', async () => {
    const colleagues = await asActor(database.db, officer, (tx) => tx.selectFrom('accounts').select('id').execute());
    expect(colleagues.length).toBeGreaterThan(0);
    const accounts = await asSystem(database.db, 'sign-in', (tx) =>
      tx.selectFrom('accounts').select('password_hash').execute(),
    );
    expect(accounts.length).toBeGreaterThan(0);
  });
});
