import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { rowEntries, verifyChains } from '../audit/index.ts';
import { migrate } from './migrate.ts';

const MIGRATIONS = new URL('./migrations/', import.meta.url);
const FIRST_TO_RECORD_RELEASES = '0100';
const TABLES = ['service_times', 'service_closures', 'evaluation_people', 'evaluation_releases', 'evaluation_shares'];
const WRITTEN = ['organisations', 'accounts', 'provider_services', 'evaluations', ...TABLES];

withTestDatabase((database) => {
  test('Releases and places that were there before they were recorded are recorded as they stand, in whatever time zone', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-migrations-'));
    for (const name of await readdir(MIGRATIONS)) {
      if (name < FIRST_TO_RECORD_RELEASES) await cp(new URL(name, MIGRATIONS), join(folder, name));
    }
    const { asOwner, db } = await database.withoutTables();
    await asOwner(async (owner) => {
      await migrate(owner, pathToFileURL(`${folder}/`));
      await owner.query("set timezone = 'America/New_York'");
      const isForced = await owner.query<{ name: string }>(
        'select relname as name from pg_class where relforcerowsecurity and relname = any ($1)',
        [WRITTEN],
      );
      const forced = isForced.rows.map(({ name }) => name);
      for (const name of forced) await owner.query(`alter table ${name} no force row level security`);
      await owner.query("select set_config('waymark.purpose', 'migration', false)");
      await owner.query(`
        insert into organisations (id, kind, name) values
          ('00000000-0000-4000-8000-000000000001', 'provider', 'Provider'),
          ('00000000-0000-4000-8000-000000000002', 'evaluator', 'University'),
          ('00000000-0000-4000-8000-000000000003', 'board', 'Board');
        insert into provider_services (service_id, organisation_id, scheme_id, force, name)
          select '00000000-0000-4000-8000-000000000004', id, 'x', 'durham', 'Course' from organisations where kind = 'provider';
        insert into service_times (time_id, service_id, organisation_id, force, starts_at, ends_at, takes, published_at, account_id)
          select gen_random_uuid(), service_id, organisation_id, force, now(), now() + interval '1 hour', 3, now(), gen_random_uuid()
          from provider_services;
        insert into service_closures (service_id, closed_on, organisation_id, force, reason, closed_at, account_id)
          select service_id, '2026-07-01', organisation_id, force, 'Closed', now(), gen_random_uuid() from provider_services;
        insert into accounts (id, email, name, password_hash)
          values ('00000000-0000-4000-8000-000000000005', 'x@x.example', 'Evaluator', 'hash');
        insert into evaluations (id, organisation_id, begun_by, begun_by_name, begun_at, state, title, plan_text, plan_hash,
            is_demonstration)
          select '00000000-0000-4000-8000-000000000006', organisations.id, accounts.id, 'Evaluator', now(), 'queued', 'Trial', '',
            repeat('a', 64), true
          from organisations, accounts where kind = 'evaluator';
        insert into evaluation_people (evaluation_id, people) select id, '{x.y}' from evaluations;
        insert into evaluation_releases (evaluation_id, organisation_id, counts, version, released_at)
          select id, organisation_id, 'hidden', 1, now() from evaluations;
        insert into evaluation_shares (evaluation_id, board_id, shared_at)
          select evaluations.id, organisations.id, now() from evaluations, organisations where kind = 'board'`);
      for (const name of forced) await owner.query(`alter table ${name} force row level security`);
      await owner.query("select set_config('waymark.purpose', '', false)");
      await migrate(owner);
    });
    await rm(folder, { recursive: true });
    expect((await verifyChains(db, [rowEntries])).breaks).toEqual([]);
    const recorded = await asOwner(async (owner) => {
      await owner.query("select set_config('waymark.purpose', 'back-up', false)");
      const { rows } = await owner.query<{ name: string }>(
        `select distinct split_part(chain, ':', 1) as name from row_entries where split_part(chain, ':', 1) = any ($1)`,
        [TABLES],
      );
      return rows.map(({ name }) => name).sort();
    });
    expect(recorded).toEqual([...TABLES].sort());
  });
});
