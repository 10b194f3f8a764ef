import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { migrate } from './migrate.ts';

const MIGRATIONS = new URL('./migrations/', import.meta.url);
const FIRST_WITH_MEMBERSHIPS = '0030';

withTestDatabase((database) => {
  test('What accounts held before there were memberships is their first, and who is signed in stays so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-migrations-'));
    for (const name of await readdir(MIGRATIONS)) {
      if (name < FIRST_WITH_MEMBERSHIPS) await cp(new URL(name, MIGRATIONS), join(folder, name));
    }
    const rows = await database.asOwner(async (owner) => {
      await owner.query('drop schema if exists jobs cascade; drop schema public cascade');
      await owner.query('create schema public; grant usage on schema public to public');
      await migrate(owner, pathToFileURL(`${folder}/`));
      const tables = ['organisations', 'accounts', 'sessions'];
      for (const table of tables) await owner.query(`alter table ${table} no force row level security`);
      await owner.query(`
        with police as (insert into organisations (kind, name, force) values ('police', 'Police', 'durham') returning id),
          provider as (insert into organisations (kind, name) values ('provider', 'Provider') returning id)
        insert into accounts (organisation_id, email, name, role, password_hash, disabled_at)
          select id, 'pc@x.example', 'PC', 'officer', 'hash', null from police
          union all select id, 'gone@x.example', 'Gone', 'coordinator', 'hash', now() from police
          union all select id, 'worker@x.example', 'Worker', 'provider', 'hash', null from provider;
        insert into sessions (token_hash, account_id, signed_in_at, last_seen_at)
          select decode(repeat('ab', 32), 'hex'), id, now(), now() from accounts where email = 'pc@x.example'`);
      for (const table of tables) await owner.query(`alter table ${table} force row level security`);
      await migrate(owner);
      for (const table of [...tables, 'memberships']) {
        await owner.query(`alter table ${table} no force row level security`);
      }
      const result = await owner.query<Record<string, unknown>>(`
        select email, organisations.name, role, ended_at, sessions.membership_id = memberships.id as "isSignedIn"
        from memberships
          join accounts on accounts.id = account_id
          join organisations on organisations.id = organisation_id
          left join sessions on sessions.account_id = accounts.id
        order by email`);
      return result.rows;
    });
    await rm(folder, { recursive: true });
    expect(rows).toEqual([
      { email: 'gone@x.example', name: 'Police', role: 'coordinator', ended_at: null, isSignedIn: null },
      { email: 'pc@x.example', name: 'Police', role: 'officer', ended_at: null, isSignedIn: true },
      { email: 'worker@x.example', name: 'Provider', role: 'provider', ended_at: null, isSignedIn: null },
    ]);
  });
});
