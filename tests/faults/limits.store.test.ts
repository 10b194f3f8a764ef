import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor, asSystem, type ActingAccount } from '../../src/db/index.ts';
import { FORM, startDemonstrationServer, tokenIn, type DemonstrationServer } from './demonstration-server.ts';

let started: DemonstrationServer;
let officer: Record<string, string>;
let acting: ActingAccount;

beforeAll(async () => {
  started = await startDemonstrationServer();
  officer = await started.cookiesOf('officer@durham.example');
  acting = await started.database.asMaker(async (maker) => {
    const { rows } = await maker.query<ActingAccount>(`
      select m.account_id as "accountId", m.organisation_id as "organisationId", o.force, m.role
      from accounts a join memberships m on m.account_id = a.id join organisations o on o.id = m.organisation_id
      where a.email = 'officer@durham.example'`);
    const [row] = rows;
    if (row === undefined) throw new Error('There is no such officer');
    return row;
  });
}, 120_000);
afterAll(() => started.close());

/** Half of what the request itself has before it is given up, on a machine that is busy. */
const BEFORE_IT_IS_GIVEN_UP_MS = 25_000;
const HEALTH_WITHIN_MS = 2_000;
/** Of the connections for people's work, and of those for the program's own. */
const CONNECTIONS = 15;

async function begins(): Promise<{ readonly status: number; readonly body: string; readonly ms: number }> {
  const page = await started.server.inject({ url: '/about', cookies: officer, headers: { accept: 'text/html' } });
  const from = performance.now();
  const { statusCode, body } = await started.server.inject({
    method: 'POST',
    url: '/triages/new',
    cookies: officer,
    headers: FORM,
    payload: new URLSearchParams({
      ...{ _csrf: tokenIn(page.body), name: 'Robin Invented', when: 'yesterday' },
      ...{ 'born-on-day': '1', 'born-on-month': '2', 'born-on-year': '1999' },
    }).toString(),
  });
  return { status: statusCode, body, ms: performance.now() - from };
}

const drafts = () =>
  started.database.asMaker(async (maker) => {
    const { rows } = await maker.query<{ count: string }>('select count(*) from triage_drafts');
    return Number(rows[0]?.count);
  });

/** What is sent is refused in words, in time and without a trace; the program's state is answered meanwhile. */
async function expectRefusal(): Promise<void> {
  const before = await drafts();
  const sent = begins();
  const from = performance.now();
  const health = await started.server.inject('/health');
  expect([200, 503]).toContain(health.statusCode);
  expect(performance.now() - from).toBeLessThan(HEALTH_WITHIN_MS);
  const { status, body, ms } = await sent;
  const heading = /<h1[\s\S]*?<\/p>/.exec(body)?.[0];
  expect([status, heading]).toEqual([
    503,
    expect.stringContaining('Nothing was saved. What you sent has to be sent again.'),
  ]);
  expect(ms).toBeLessThan(BEFORE_IT_IS_GIVEN_UP_MS);
  expect(await drafts()).toBe(before);
}

async function expectItWorksAgain(): Promise<void> {
  const before = await drafts();
  expect((await begins()).status).toBe(303);
  expect(await drafts()).toBe(before + 1);
  expect((await started.server.inject('/health')).statusCode).toBe(200);
}

test('A statement that takes too long is ended, and whoever sent it is told that nothing was saved', async () => {
  await started.database.asMaker(async (maker) => {
    await maker.query(`create function sleep_long() returns trigger language plpgsql as
      $$ begin perform pg_sleep(60); return new; end $$`);
    await maker.query(
      'create trigger sleeps before insert on triage_drafts for each row execute function sleep_long()',
    );
  });
  await expectRefusal();
  await started.database.asMaker(async (maker) => void (await maker.query('drop trigger sleeps on triage_drafts')));
  await expectItWorksAgain();
}, 90_000);

test.each(['triage_drafts'])(
  'A lock on %s that somebody else holds is waited for, and no longer than it may be',
  async (table) => {
    await started.database.asMaker(async (maker) => {
      await maker.query(`begin; lock table ${table} in exclusive mode`);
      await expectRefusal();
      await maker.query('rollback');
    });
    await expectItWorksAgain();
  },
  90_000,
);

test.each(['audit_entries'])(
  'Where what was sent is saved and the entry of it waits in vain for a lock on %s, nobody is told that nothing was saved',
  async (table) => {
    await started.database.asMaker(async (maker) => {
      const before = await drafts();
      await maker.query(`begin; lock table ${table} in exclusive mode`);
      const { status, body } = await begins();
      await maker.query('rollback');
      expect(status).toBe(503);
      const isSaved = (await drafts()) > before;
      expect(body).toContain(isSaved ? 'It is not known whether' : 'Nothing was saved');
    });
    await expectItWorksAgain();
  },
  90_000,
);

/** Holds every connection of one side until `release` is called. */
async function holdAll(
  hold: (until: Promise<void>, isHeld: () => void) => Promise<unknown>,
): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => (release = resolve));
  let done: readonly Promise<unknown>[] = [];
  await Promise.all(
    Array.from({ length: CONNECTIONS }, () => new Promise<void>((isHeld) => (done = [...done, hold(until, isHeld)]))),
  );
  return async () => {
    release();
    await Promise.all(done);
  };
}

test('Where every connection for people’s work is taken, it is waited for one for seconds, and then said so', async () => {
  const release = await holdAll((until, isHeld) =>
    asActor(started.database.db, acting, async (tx) => {
      await sql`select 1`.execute(tx);
      isHeld();
      await until;
    }),
  );
  try {
    await expectRefusal();
  } finally {
    await release();
  }
  await expectItWorksAgain();
}, 90_000);

test('Where every connection of the program’s own is taken, too, and nobody is taken for signed out', async () => {
  const { body } = await started.server.inject({ url: '/about', cookies: officer, headers: { accept: 'text/html' } });
  const release = await holdAll((until, isHeld) =>
    asSystem(started.database.db, 'health', async (tx) => {
      await sql`select 1`.execute(tx);
      isHeld();
      await until;
    }),
  );
  // What was answered a moment ago is answered again.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const from = performance.now();
  const health = await started.server.inject('/health');
  const healthTook = performance.now() - from;
  const sent = await started.server.inject({
    method: 'POST',
    url: '/triages/new',
    cookies: officer,
    headers: FORM,
    payload: new URLSearchParams({ _csrf: tokenIn(body) }).toString(),
  });
  await release();
  expect(health.statusCode).toBe(503);
  expect(healthTook).toBeLessThan(HEALTH_WITHIN_MS);
  expect(sent.statusCode).toBe(503);
  expect(sent.body).toContain('Nothing was saved');
  await expectItWorksAgain();
}, 90_000);

test('/health answers within two seconds where the table that it asks is locked', async () => {
  await started.database.asMaker(async (maker) => {
    await maker.query('begin; lock table schema_migrations in access exclusive mode');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const from = performance.now();
    expect((await started.server.inject('/health')).statusCode).toBe(503);
    expect(performance.now() - from).toBeLessThan(HEALTH_WITHIN_MS);
    await maker.query('rollback');
  });
}, 30_000);
