import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { databaseHealth, openDatabase, openOwned, setUpLogins } from './index.ts';

withTestDatabase((database) => {
  const opened = async (options: Partial<Parameters<typeof openDatabase>[0]>) => {
    const said: string[] = [];
    const db = await openDatabase({
      ...{ dataFolder: '/nowhere', databaseUrl: database.urls.databaseUrl, demonstration: false },
      ...options,
      say: (line) => said.push(line),
    });
    try {
      return { said, ...(await databaseHealth(db)) };
    } finally {
      await db.close();
    }
  };

  describe('A database given by address', () => {
    test('is opened without a word by a login for people and one for the program, neither of which owns it', async () => {
      const { databaseSystemUrl } = database.urls;
      expect(await opened({ databaseSystemUrl })).toMatchObject({ status: 'ok', said: [] });
    });

    test('is refused for real people where pages would work as its owner, and said where nobody is real', async () => {
      const databaseUrl = database.urls.databaseOwnerUrl;
      await expect(opened({ databaseUrl })).rejects.toThrow('DATABASE_URL signs in as the owner of the tables');
      await database.asMaker(async (maker) => {
        const owner = new URL(databaseUrl).username;
        await maker
          .query(`grant waymark_app, waymark_system to ${owner} with inherit false, set true`)
          .catch(() => null);
      });
      const { status, said } = await opened({ databaseUrl, demonstration: true });
      expect([status, said.length]).toEqual(['ok', 1]);
      expect(said[0]).toContain('With WAYMARK_DEMONSTRATION=no it would be refused');
      expect(said[0]).not.toContain('postgresql://');
    });

    test('is refused for real people where the login of pages could do the work of the program', async () => {
      const login = `waymark_both_${randomBytes(4).toString('hex')}`;
      const address = new URL(database.urls.databaseUrl);
      address.username = login;
      address.password = 'a password for tests';
      await database.asMaker(async (maker) => {
        await maker.query(`create role ${login} login noinherit password 'a password for tests'`);
        await maker.query(`grant waymark_app, waymark_system to ${login} with inherit false, set true`);
      });
      try {
        await expect(opened({ databaseUrl: address.href })).rejects.toThrow('may take the role waymark_system');
        expect((await opened({ databaseUrl: address.href, demonstration: true })).said).toHaveLength(1);
      } finally {
        await database.asMaker((maker) => maker.query(`drop role ${login}`));
      }
    });

    test('that was not set up is refused with what to run, and is set up as its owner', async () => {
      const { urls, asOwner } = await database.withoutTables();
      const { databaseUrl, databaseSystemUrl } = urls;
      await asOwner((owner) => owner.query('revoke create on schema public from public'));
      await expect(opened({ databaseUrl, databaseSystemUrl })).rejects.toThrow('database setup');
      const done = await setUpLogins(urls);
      expect(done.migrations).toBeGreaterThan(20);
      expect(done.made).toEqual([]);
      expect(await opened({ databaseUrl, databaseSystemUrl })).toMatchObject({ status: 'ok', said: [] });
    });

    test('is set up with three logins and no fewer', async () => {
      const { databaseUrl, databaseOwnerUrl } = database.urls;
      const twice = setUpLogins({ databaseUrl, databaseSystemUrl: databaseUrl, databaseOwnerUrl });
      await expect(twice).rejects.toThrow('must name three logins');
      const missing = setUpLogins({ databaseUrl, databaseSystemUrl: null, databaseOwnerUrl });
      await expect(missing).rejects.toThrow('needs three addresses');
    });

    test('is backed up by its owner alone', async () => {
      const { databaseUrl, databaseSystemUrl, databaseOwnerUrl } = database.urls;
      const options = { dataFolder: '/nowhere', databaseUrl, databaseSystemUrl, say: () => undefined };
      await expect(openOwned(options)).rejects.toThrow('Name it in DATABASE_OWNER_URL');
      const owned = await openOwned({ ...options, databaseOwnerUrl, mustExist: true });
      const migrations = await owned.within((owner) => owner.appliedMigrations());
      expect(migrations.length).toBe((await databaseHealth(database.db)).database.migrations);
    });
  });
});
