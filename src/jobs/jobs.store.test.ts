import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { PgBoss } from 'pg-boss';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { MACHINE_IS_SLOW_MS } from '../../tests/slow-machines.ts';
import { asActor, asSystem } from '../db/index.ts';
import { enqueue, handledJob, jobsUnderWay, type HandledJob, type JobKind } from './index.ts';
import { kindsAtWork } from './store/kinds-at-work.ts';
import { runJobs, type JobRunner } from './store/job-runner.ts';

interface Told {
  readonly what: string;
}

const kindOf = (name: string, atMost = 2): JobKind<Told> => ({
  name,
  data: z.object({ what: z.string() }),
  retry: { atMost, afterSeconds: 0 },
  withinMinutes: 5,
});
const actor = { accountId: randomUUID(), organisationId: randomUUID(), force: 'durham', role: 'officer' };
const SOON = { timeout: MACHINE_IS_SLOW_MS / 2, interval: 100 };

withTestDatabase((database) => {
  const runners: JobRunner[] = [];
  const faults: string[] = [];
  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    faults.splice(0);
  });
  const run = async (...jobs: readonly HandledJob[]): Promise<JobRunner> => {
    const runner = await runJobs({ db: database.db, jobs, onFault: (where) => faults.push(where) });
    runners.push(runner);
    return runner;
  };
  const add = (kind: JobKind<Told>, what: string): Promise<string> =>
    asActor(database.db, actor, (tx) => enqueue(tx, { kind, data: { what }, group: actor.organisationId }));
  const waiting = (kind: JobKind<Told>) => asSystem(database.db, 'run-jobs', (tx) => jobsUnderWay(tx, kind));

  describe('A job', () => {
    test('is there exactly when the transaction that added it is committed', async () => {
      const kind = kindOf('keep-a-promise');
      const broken = asActor(database.db, actor, async (tx) => {
        await enqueue(tx, { kind, data: { what: 'rolled back' } });
        throw new Error('Something after it went wrong');
      });
      await expect(broken).rejects.toThrow('went wrong');
      expect(await waiting(kind)).toEqual([]);
      await add(kind, 'committed');
      expect(await waiting(kind)).toEqual([{ what: 'committed' }]);
    });

    test('is taken by nobody before the transaction is committed, so that a program killed before leaves none', async () => {
      const kind = kindOf('wait-for-the-commit');
      const [isAdded, commits] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const adding = asActor(database.db, actor, async (tx) => {
        await enqueue(tx, { kind, data: { what: 'uncommitted' } });
        isAdded.resolve();
        await commits.promise;
      });
      await isAdded.promise;
      expect(await waiting(kind)).toEqual([]);
      commits.resolve();
      await adding;
      expect(await waiting(kind)).toEqual([{ what: 'uncommitted' }]);
    });

    test('with data that are not its kind’s is refused', async () => {
      const data: unknown = { who: 'somebody' };
      const added = asActor(database.db, actor, (tx) => enqueue<unknown>(tx, { kind: kindOf('read-data'), data }));
      await expect(added).rejects.toThrow('expected string');
    });

    test('is neither seen nor changed by those who work here, nor by another purpose of the program', async () => {
      await add(kindOf('stay-unseen'), 'a secret');
      for (const statement of [
        sql`select * from jobs.job`,
        sql`select * from jobs.job_common`,
        sql`delete from jobs.job`,
        sql`insert into jobs.job (name) values ('stay-unseen')`,
        sql`select jobs.delete_queue('stay-unseen')`,
      ]) {
        await expect(asActor(database.db, actor, (tx) => statement.execute(tx))).rejects.toThrow('permission denied');
      }
      const seen = asSystem(database.db, 'sign-in', (tx) => sql`select * from jobs.job`.execute(tx));
      expect((await seen).rows).toEqual([]);
    });
  });

  describe('A program at work', () => {
    test('does each job once, whichever of two programs takes it, one at a time in each', async () => {
      const kind = kindOf('count-up');
      const done: string[] = [];
      let [running, mostAtOnce] = [0, 0];
      const handler = () => ({
        perform: async ({ what }: Told) => {
          mostAtOnce = Math.max(mostAtOnce, (running += 1));
          await pause(50);
          running -= 1;
          done.push(what);
        },
        giveUp: async () => undefined,
      });
      for (const what of ['1', '2', '3', '4']) await add(kind, what);
      await run(handledJob(kind, handler()));
      await run(handledJob(kind, handler()));
      await expect.poll(() => done.length, SOON).toBe(4);
      await expect.poll(() => waiting(kind), SOON).toEqual([]);
      expect(done.toSorted()).toEqual(['1', '2', '3', '4']);
      // All are of one organisation, so that another's would not wait for them.
      expect(mostAtOnce).toBe(1);
    });

    test('takes one organisation’s first before another’s second, however many that one had added before', async () => {
      const kind = kindOf('take-turns');
      const done: string[] = [];
      const another = { ...actor, organisationId: randomUUID() };
      for (let at = 1; at <= 4; at += 1) await add(kind, `many ${at}`);
      for (const what of ['few 1', 'few 2'])
        await asActor(database.db, another, (tx) =>
          enqueue(tx, { kind, data: { what }, group: another.organisationId }),
        );
      await run(handledJob(kind, { perform: async ({ what }) => void done.push(what), giveUp: async () => undefined }));
      await expect.poll(() => done.length, SOON).toBe(6);
      expect(done).toEqual(['many 1', 'few 1', 'many 2', 'few 2', 'many 3', 'many 4']);
    });

    test('tries again what failed, and keeps no word of why beside the job', async () => {
      const kind = kindOf('try-again');
      let tries = 0;
      await add(kind, 'x');
      await run(
        handledJob(kind, {
          perform: async () => {
            if ((tries += 1) === 1) throw new Error('Merle Ashdown was typed here');
          },
          giveUp: async () => undefined,
        }),
      );
      await expect.poll(() => tries, SOON).toBe(2);
      await expect.poll(() => waiting(kind), SOON).toEqual([]);
      expect(faults).toHaveLength(1);
      const rows = await database.asOwner((owner) => owner.query("select * from jobs.job where name = 'try-again'"));
      expect(JSON.stringify(rows.rows)).not.toContain('Merle');
    });

    test('gives up after the last try, once, and says so to the room', async () => {
      const kind = kindOf('give-up', 1);
      const [tried, givenUp] = [[] as string[], [] as string[]];
      await add(kind, 'x');
      await run(
        handledJob(kind, {
          perform: async ({ what }) => {
            tried.push(what);
            throw new Error('It never works');
          },
          giveUp: async ({ what }) => void givenUp.push(what),
        }),
      );
      await expect.poll(() => givenUp, SOON).toEqual(['x']);
      expect(tried).toEqual(['x', 'x']);
      expect(await waiting(kind)).toEqual([]);
    });

    test('that stops leaves what it had begun, and another does it', async () => {
      const kind = kindOf('hand-over');
      let [begun, done] = [0, 0];
      await add(kind, 'x');
      const stopped = await run(
        handledJob(kind, {
          perform: async (_, { signal }) => {
            begun += 1;
            await pause(60_000, undefined, { signal });
          },
          giveUp: async () => undefined,
        }),
      );
      await expect.poll(() => begun, SOON).toBe(1);
      await stopped.stop();
      runners.splice(0);
      expect(faults).toEqual([]);
      expect(await waiting(kind)).toEqual([{ what: 'x' }]);
      await run(handledJob(kind, { perform: async () => void (done += 1), giveUp: async () => undefined }));
      await expect.poll(() => done, SOON).toBe(1);
    });
  });

  describe('Who watches the jobs', () => {
    const of = async (kind: JobKind<Told>): Promise<object | undefined> =>
      (await kindsAtWork(database.db))?.find(({ kind: name }) => name === kind.name);
    const setBack = (kind: JobKind<Told>, minutes: number) =>
      database.asOwner((owner) =>
        owner.query(`update jobs.job set start_after = now() - interval '${minutes} minutes' where name = $1`, [
          kind.name,
        ]),
      );

    test('sees how many failed for good', async () => {
      const kind = kindOf('fail-for-good', 0);
      const perform = () => Promise.reject(new Error('It never works'));
      await add(kind, 'x');
      await run(handledJob(kind, { perform, giveUp: async () => undefined }));
      await expect.poll(() => of(kind), SOON).toMatchObject({ failed: 1, leftWaitingSeconds: null });
    });

    test('sees what is left waiting, and not what waits behind another or is not due', async () => {
      const [left, behind, later] = ['be-left', 'wait-behind', 'come-later'].map((name) => kindOf(name));
      if (!left || !behind || !later) throw new Error('A kind is missing');
      for (const kind of [left, behind, later]) await add(kind, 'x');
      await setBack(left, 5);
      await setBack(behind, 5);
      await setBack(later, -5);
      await database.asOwner((owner) =>
        owner.query(`insert into jobs.job (name, state, policy) values ($1, 'active', 'standard')`, [behind.name]),
      );
      const waited = async (kind: JobKind<Told>): Promise<unknown> =>
        ((await of(kind)) as { leftWaitingSeconds: number | null } | undefined)?.leftWaitingSeconds;
      expect(await waited(left)).toBeGreaterThanOrEqual(300);
      expect([await waited(behind), await waited(later)]).toEqual([null, null]);
    });
  });

  test('The tables are those that this version of pg-boss expects', async () => {
    const sessions = database.db.sessionsFor('run-jobs');
    const boss = new PgBoss({ db: sessions, schema: 'jobs', migrate: false, createSchema: false, supervise: false });
    try {
      await boss.start();
      const { ok, ...drift } = await boss.detectSchemaDrift();
      expect(ok ? null : drift).toBeNull();
    } finally {
      await boss.stop();
      await sessions.close();
    }
  });
});
