import { generateKeyPairSync } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { addEverybody, coordinator, divertService, officer, worker } from '../../tests/cases/people.ts';
import { Working } from '../../tests/cases/working.ts';
import { withTestDatabase, type TestDatabase } from '../../tests/database/with-test-database.ts';
import { auditEntries, rowEntries, verifyChains } from '../audit/index.ts';
import { caseEvents } from '../cases/store/case-log.ts';
import { asActor, ownedDatabase, type OwnedDatabase, type WaymarkDatabase } from '../db/index.ts';
import { enqueue } from '../jobs/index.ts';
import { backUp, restore, type BackedUp } from './index.ts';

const clock = (): Date => new Date('2026-03-02T09:00:00Z');

/** The database as its owner reaches it. `onOpen` is called when it is opened. */
function owned({ asOwner }: Pick<TestDatabase, 'asOwner'>, onOpen = (): void => undefined) {
  return async (): Promise<OwnedDatabase> => {
    onOpen();
    return ownedDatabase(asOwner, async () => undefined);
  };
}

withTestDatabase((database) => {
  let folder = '';
  let made: BackedUp;
  const path = (name: string): string => join(folder, name);
  const take = (name: string, toPublicKey?: string): Promise<BackedUp> =>
    backUp(owned(database), { to: path(name), program: '1.2.3', clock, ...(toPublicKey ? { toPublicKey } : {}) });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-backup-'));
    await addEverybody(database.db);
    const w = await Working.on(database.db);
    const caseId = await w.triaged();
    await w.accepted(caseId);
    await w.does(officer, caseId, { type: 'refer-person', data: { serviceId: divertService } });
    await w.does(worker, caseId, { type: 'accept-referral', data: {} });
    const note = { how: 'telephone', place: null, words: 'One line\nand \\ another\ttab' } as const;
    await w.does(worker, caseId, { type: 'record-contact-attempt', data: { reached: true } }, note);
    const kind = { name: 'be-kept', data: z.object({}), retry: { atMost: 1, afterSeconds: 0 }, withinMinutes: 1 };
    await asActor(database.db, officer, (tx) => enqueue(tx, { kind, data: {} }));
    made = await take('made');
    const { publicKey, privateKey } = generateKeyPairSync('x25519');
    await writeFile(path('public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    await writeFile(path('private.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const other = generateKeyPairSync('x25519').privateKey;
    await writeFile(path('other.pem'), other.export({ type: 'pkcs8', format: 'pem' }));
    await take('sealed', path('public.pem'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const digestOf = async (db: WaymarkDatabase) => {
    const { breaks, chains, digest } = await verifyChains(db, [auditEntries, caseEvents, rowEntries]);
    return { breaks, chains, digest };
  };

  /** How many rows of each table the owner of the server sees. */
  const rowsOf = (of: Pick<TestDatabase, 'asOwner'>) =>
    of.asOwner(async (owner) => {
      await owner.query("select set_config('waymark.purpose', 'back-up', false)");
      const counted: Record<string, number> = {};
      for (const { schema, name } of made.manifest.tables) {
        const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${schema}.${name}`);
        counted[`${schema}.${name}`] = rows[0]?.count ?? -1;
      }
      return counted;
    });

  describe('A backup', () => {
    test('holds every table but the sessions, with its rows, and nothing unfinished', async () => {
      const counted = Object.fromEntries(
        made.manifest.tables.map(({ schema, name, rows }) => [`${schema}.${name}`, rows]),
      );
      expect(counted).toEqual(await rowsOf(database));
      expect(counted).toMatchObject({
        'public.cases': 1,
        'public.treatment_records': 1,
        'public.referrals': 1,
        'jobs.job_common': 1,
      });
      const inDatabase = await database.asOwner(async (owner) => {
        const { rows } = await owner.query<{ name: string }>(
          "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
        );
        return rows.map(({ name }) => `public.${name}`);
      });
      const leftOut = inDatabase.filter((name) => !(name in counted));
      expect(leftOut.toSorted()).toEqual(['public.schema_migrations', 'public.sessions']);
      const files = made.manifest.tables.map(({ file }) => file);
      expect((await readdir(path('made'))).toSorted()).toEqual([...files, 'manifest.json'].toSorted());
      expect(made.manifest.headsDigest).toBe((await digestOf(database.db)).digest);
    });

    test('of rows that the owner would not be shown is refused', async () => {
      await database.asOwner((owner) => owner.query('alter policy read_to_back_up on cases rename to not_read'));
      try {
        await expect(take('hidden')).rejects.toThrow('public.cases has no policy read_to_back_up');
      } finally {
        await database.asOwner((owner) => owner.query('alter policy not_read on cases rename to read_to_back_up'));
      }
      expect(await readdir(path('hidden'))).toEqual([]);
    });

    test('is not shown to those who work here by the purpose of it', async () => {
      const seen = await asActor(database.db, coordinator, async (tx) => {
        await sql`select set_config('waymark.purpose', 'back-up', true)`.execute(tx);
        return tx.selectFrom('treatment_records').select('record_id').execute();
      });
      expect(seen).toEqual([]);
    });

    test.each([
      ['a link to a folder', async () => symlink(folder, path('target')), 'is only a link to a folder'],
      [
        'a folder with something in it',
        async () => cp(path('made'), path('target'), { recursive: true }),
        'is not empty',
      ],
      ['a file', async () => writeFile(path('target'), ''), 'is not a folder'],
      ['a link that leads nowhere', async () => symlink(path('nowhere'), path('target')), 'is only a link'],
    ])('to %s is refused, before the database is asked', async (_what, put, words) => {
      await put();
      let isOpened = false;
      const taken = backUp(
        owned(database, () => (isOpened = true)),
        { to: path('target'), program: '1.2.3', clock },
      );
      await expect(taken).rejects.toThrow(words);
      expect(isOpened).toBe(false);
      await rm(path('target'), { recursive: true });
    });

    test('to a folder whose own folder is missing, or to a key that is none, is refused', async () => {
      await expect(take('missing/below')).rejects.toThrow('cannot be written');
      await expect(take('new', path('private.pem'))).rejects.toThrow('it is a private key');
      await expect(take('new', path('made/manifest.json'))).rejects.toThrow('cannot be used as a public key');
    });

    test('that is broken off leaves nothing that restore would take', async () => {
      const broken = backUp(owned(database), {
        ...{ to: path('broken'), program: '1.2.3', clock },
        onTable: (name) => {
          if (name === 'public.referrals') throw new Error('Pulled out');
        },
      });
      await expect(broken).rejects.toThrow('Pulled out');
      await expect(restore(owned(database), { from: path('broken') })).rejects.toThrow('no backup was finished there');
    });
  });

  describe('A restore', () => {
    test.each([
      ['plain', 'made', null],
      ['encrypted', 'sealed', 'private.pem'],
    ])('of a backup that is %s brings back every row, every chain and every text', async (_, from, privateKey) => {
      const target = await database.withoutTables();
      const { rows } = await restore(owned(target), {
        from: path(from),
        ...(privateKey ? { privateKey: path(privateKey) } : {}),
      });
      expect(rows).toBeGreaterThan(50);
      expect(await rowsOf(target)).toEqual(await rowsOf(database));
      expect(await digestOf(target.db)).toEqual({ ...(await digestOf(database.db)), breaks: [] });
      const notes = await asActor(target.db, worker, (tx) =>
        tx.selectFrom('treatment_records').select('words').execute(),
      );
      expect(notes).toEqual([{ words: 'One line\nand \\ another\ttab' }]);
      // The record is held as before: by policies, and by triggers.
      expect(
        await asActor(target.db, coordinator, (tx) => tx.selectFrom('treatment_records').selectAll().execute()),
      ).toEqual([]);
      await expect(target.asOwner((owner) => owner.query('delete from audit_entries'))).rejects.toThrow(
        'never changed',
      );
      await expect(restore(owned(target), { from: path('made') })).rejects.toThrow('The database is not empty');
    });

    test('into a database with somebody in it is refused, and changes nothing', async () => {
      const before = await rowsOf(database);
      await expect(restore(owned(database), { from: path('made') })).rejects.toThrow('The database is not empty');
      expect(await rowsOf(database)).toEqual(before);
    });

    test.each([
      ['a file is longer', async (at: string) => writeFile(at, 'x', { flag: 'a' }), 'public.cases.copy.gz is damaged'],
      ['a file is missing', async (at: string) => rm(at), 'public.cases.copy.gz of the backup is missing'],
      [
        'a file is another',
        async (at: string) => cp(path('made/public.accounts.copy.gz'), at),
        'public.cases.copy.gz is damaged',
      ],
    ])('where %s is refused by the name of the file, before the database is opened', async (_what, harm, words) => {
      await cp(path('made'), path('harmed'), { recursive: true });
      await harm(path('harmed/public.cases.copy.gz'));
      let isOpened = false;
      const restored = restore(
        owned(database, () => (isOpened = true)),
        { from: path('harmed') },
      );
      await expect(restored).rejects.toThrow(words);
      expect(isOpened).toBe(false);
      await rm(path('harmed'), { recursive: true });
    });

    const changed = async (change: (text: string) => string): Promise<unknown> => {
      await cp(path('made'), path('changed'), { recursive: true });
      const text = await readFile(path('changed/manifest.json'), 'utf8');
      await writeFile(path('changed/manifest.json'), change(text));
      const target = await database.withoutTables();
      try {
        return await restore(owned(target), { from: path('changed') });
      } finally {
        await rm(path('changed'), { recursive: true });
      }
    };

    test.each([
      [
        'of a newer program',
        (text: string) => text.replace('0078-', '9999-'),
        'has 9999-owner-backs-up.sql; this one does not',
      ],
      ['of a newer format', (text: string) => text.replace('"format": 1', '"format": 2'), 'a newer one made it'],
      [
        'with another migration of the same name',
        (text: string) => text.replace(/("checksum": ")./, '$1f'),
        'another 0001-',
      ],
      ['whose manifest is cut off', (text: string) => text.slice(0, -40), 'manifest.json is damaged'],
      [
        'that leads out of its folder',
        (text: string) => text.replace('public.cases.copy', '../cases.copy'),
        'is damaged',
      ],
      [
        'with other rows than it says',
        (text: string) => text.replace(/"rows": 1,/, '"rows": 2,'),
        'manifest.json says 2',
      ],
      ['with other chains than it says', (text: string) => text.replace(/("headsDigest": ")./, '$1x'), 'is damaged'],
      [
        'with another digest',
        (text: string) => text.replace(/("headsDigest": ")[0-9a-f]{8}/, '$1aaaaaaaa'),
        'end otherwise',
      ],
      ['without a table', (text: string) => text.replace('"name": "cases"', '"name": "dogs"'), 'other tables'],
    ])('of a backup %s is refused', async (_what, change, words) => {
      await expect(changed(change)).rejects.toThrow(words);
    });

    test('of a backup of an older Waymark makes its tables, and brings them up to date', async () => {
      const older = await database.withoutTables();
      await (await owned(older)()).migrate('0078-owner-backs-up.sql');
      await backUp(owned(older), { to: path('older'), program: '1.0.0', clock });
      const target = await database.withoutTables();
      await restore(owned(target), { from: path('older') });
      const { breaks, chains } = await digestOf(target.db);
      expect([breaks, chains > 0]).toEqual([[], true]);
      const newer = await database.withoutTables();
      await (await owned(newer)()).migrate();
      await expect(restore(owned(newer), { from: path('older') })).rejects.toThrow(
        'The database is newer than the backup',
      );
      await rm(path('older'), { recursive: true });
    });

    test('that failed leaves a database that can be restored into', async () => {
      const target = await database.withoutTables();
      const pulledOut = restore(owned(target), {
        from: path('made'),
        onTable: (name) => {
          if (name === 'public.case_events') throw new Error('Pulled out');
        },
      });
      await expect(pulledOut).rejects.toThrow('Pulled out');
      await restore(owned(target), { from: path('made') });
      expect((await digestOf(target.db)).breaks).toEqual([]);
    });

    test('of an encrypted backup asks for the one key that opens it', async () => {
      const from = path('sealed');
      await expect(restore(owned(database), { from })).rejects.toThrow('The backup is encrypted');
      await expect(restore(owned(database), { from, privateKey: path('other.pem') })).rejects.toThrow('to another key');
      await expect(restore(owned(database), { from: path('made'), privateKey: path('private.pem') })).rejects.toThrow(
        'not encrypted',
      );
    });

    test('of a folder that is empty is refused', async () => {
      await mkdir(path('empty'));
      await expect(restore(owned(database), { from: path('empty') })).rejects.toThrow('no backup was finished there');
    });
  });
});
