import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { NotAvailable } from '../shared/not-available.ts';
import { asSystem } from './as-actor.ts';
import { databaseHealth } from './health.ts';

/** What nobody caught. Any of them would have ended the program. */
let uncaught: unknown[] = [];
const note = (fault: unknown): void => void uncaught.push(fault);
beforeEach(() => {
  uncaught = [];
  process.on('uncaughtException', note);
});
afterEach(() => {
  process.off('uncaughtException', note);
  expect(uncaught).toEqual([]);
});

withTestDatabase((database) => {
  const kill = (pid: number) =>
    database.asMaker(async (maker) => void (await maker.query('select pg_terminate_backend($1)', [pid])));
  const pidOf = sql<{ pid: number }>`select pg_backend_pid() as pid`;
  const faultOf = (work: Promise<unknown>) => work.then(() => null).catch((fault: unknown) => fault);

  test('A connection that dies under a statement fails that work alone: nothing was saved, and the next is served', async () => {
    const fault = await faultOf(
      asSystem(database.db, 'health', async (tx) => {
        const pid = (await pidOf.execute(tx)).rows[0]?.pid ?? 0;
        const sleeping = sql`select pg_sleep(20)`.execute(tx);
        const [, slept] = await Promise.allSettled([kill(pid), sleeping]);
        if (slept.status === 'rejected') throw slept.reason;
      }),
    );
    expect(fault).toBeInstanceOf(NotAvailable);
    expect(fault).toMatchObject({ what: 'database-away', saved: 'nothing', statusCode: 503 });
    expect(await databaseHealth(database.db)).toMatchObject({ status: 'ok' });
  });

  test('A connection that dies between two statements, with nobody asking it anything, ends nothing', async () => {
    const fault = await faultOf(
      asSystem(database.db, 'health', async (tx) => {
        await kill((await pidOf.execute(tx)).rows[0]?.pid ?? 0);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await sql`select 1`.execute(tx);
      }),
    );
    expect(fault).toMatchObject({ what: 'database-away', saved: 'nothing' });
  });

  test('Whether a commit was done whose answer never came is not known, and is said so', async () => {
    const fault = await faultOf(
      asSystem(database.db, 'health', async (tx) => {
        await kill((await pidOf.execute(tx)).rows[0]?.pid ?? 0);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }),
    );
    expect(fault).toMatchObject({ what: 'database-away', saved: 'not-known' });
  });

  test('All connections that die while they are idle are exchanged, unseen by whoever asks next', async () => {
    await Promise.all([1, 2, 3, 4].map(() => databaseHealth(database.db)));
    await database.asMaker(async (maker) => {
      await maker.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
    });
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => asSystem(database.db, 'sign-in', async (tx) => (await pidOf.execute(tx)).rows.length)),
    );
    expect(answers).toEqual([1, 1, 1, 1]);
  });

  test('The queue’s own connections survive the same', async () => {
    const sessions = database.db.sessionsFor('run-jobs');
    const sleeping = faultOf(sessions.executeSql('select pg_sleep(20)'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await database.asMaker(async (maker) => {
      await maker.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'waymark run-jobs'",
      );
    });
    expect(await sleeping).toBeInstanceOf(Error);
    expect((await sessions.executeSql('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await sessions.close();
  });
});
