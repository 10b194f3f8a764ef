import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { databaseHealth } from './index.ts';
import { migrate, refuseUnmigrated } from './migrate.ts';

withTestDatabase((database) => {
  describe('Migrations', () => {
    let folder = '';
    const url = (): URL => pathToFileURL(`${folder}/`);
    const write = (name: string, sql: string): Promise<void> => writeFile(join(folder, name), sql);
    const run = (): Promise<number> => database.asOwner((owner) => migrate(owner, url()));
    const names = (): Promise<string[]> =>
      database.asOwner(async (owner) => {
        const { rows } = await owner.query<{ name: string }>('select name from schema_migrations order by name');
        return rows.map(({ name }) => name);
      });

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), 'waymark-migrations-'));
      // Away with the program's own, so that the ones of a test are all there are.
      await database.asOwner((owner) => owner.query('drop table if exists schema_migrations'));
    });
    afterEach(async () => {
      await rm(folder, { recursive: true });
      await database.asOwner((owner) => owner.query('drop table if exists first, second'));
    });

    test('are applied once each, in the order of their numbers, by whoever comes first', async () => {
      await write('0002-second.sql', 'create table second as select 2 as number from first');
      await write('0001-first.sql', 'create table first (); insert into first default values');
      expect(await Promise.all([run(), run(), run()])).toEqual([2, 2, 2]);
      expect(await names()).toEqual(['0001-first.sql', '0002-second.sql']);
    });

    test('are applied whole or not at all', async () => {
      await write('0001-first.sql', 'create table first ()');
      await write('0002-second.sql', 'create table second (); select 1 / 0');
      await expect(run()).rejects.toThrow('Migration 0002-second.sql failed: division by zero');
      expect(await names()).toEqual(['0001-first.sql']);
      await write('0002-second.sql', 'create table second ()');
      expect(await run()).toBe(2);
    });

    test('that were changed after they were applied are refused, by name', async () => {
      await write('0001-first.sql', 'create table first ()');
      await run();
      await write('0001-first.sql', 'create table first (id int)');
      await expect(run()).rejects.toThrow('Migration 0001-first.sql was changed after it was applied');
    });

    test('of a newer version are refused, by name', async () => {
      await write('0009-later.sql', 'select 1');
      await run();
      await rm(join(folder, '0009-later.sql'));
      await expect(run()).rejects.toThrow('0009-later.sql applied, which this Waymark does not have');
    });

    test('that are new with a number below an applied one are refused, by name, and nothing is changed', async () => {
      await write('0001-first.sql', 'create table first ()');
      await write('0005-later.sql', 'select 1');
      await run();
      await write('0003-between.sql', 'create table second ()');
      await write('0006-last.sql', 'select 1');
      await expect(run()).rejects.toThrow(
        'Migration 0003-between.sql is new, but the database has 0005-later.sql applied',
      );
      expect(await names()).toEqual(['0001-first.sql', '0005-later.sql']);
    });

    test('must have a number and a name each, and no number twice', async () => {
      await write('0001-first.sql', 'select 1');
      await write('0001-other.sql', 'select 1');
      await expect(run()).rejects.toThrow('0001-first.sql and 0001-other.sql have the same number');
      await rm(join(folder, '0001-other.sql'));
      await write('nameless.sql', 'select 1');
      await expect(run()).rejects.toThrow('nameless.sql must be named');
    });

    test('are not made by a command that only looks, which says what is missing', async () => {
      const look = () => database.asOwner((owner) => refuseUnmigrated(owner, url()));
      await expect(look()).rejects.toThrow('There is no Waymark in this database');
      await write('0001-first.sql', 'create table first ()');
      await run();
      await look();
      await write('0002-second.sql', 'create table second ()');
      await expect(look()).rejects.toThrow('made by an older Waymark (0002-second.sql not applied)');
    });
  });
});

withTestDatabase((database) => {
  test('Health tells the kind of database, its version and its migrations', async () => {
    const { status, database: state } = await databaseHealth(database.db);
    expect(status).toBe('ok');
    expect(state).toMatchObject({ state: 'up', kind: database.db.kind });
    expect(state.version).toMatch(/^\d+/);
    expect(state.migrations).toBeGreaterThan(3);
  });

  test('Every table that an application role may use has row-level security forced, or holds nobody’s data', async () => {
    const { rows } = await database.asOwner((owner) =>
      owner.query<{ name: string }>(`
        select relname as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
        where nspname = 'public' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity) order by 1`),
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'chain_heads',
      'event_rights',
      'role_rights',
      'roles',
      'schema_migrations',
    ]);
  });
});
