import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withTestDatabase, type TestDatabase } from '../../tests/database/with-test-database.ts';
import { auditEntries, verifyChains } from '../audit/index.ts';
import type { Actor } from './domain/actor.ts';
import { asActor, asSystem, type WaymarkTransaction } from '../db/index.ts';
import { demonstrationOrganisations } from './demonstration-people.ts';
import { rightsOf } from './domain/rights-of.ts';
import { passwordGuesser } from './guess-password.ts';
import { isPassword } from './password-hash.ts';
import { hashOfToken, newSessionToken } from './session-token.ts';
import { signInGate } from './sign-in-gate.ts';
import { accessInDatabase } from './store/access-in-database.ts';
import { loadDemonstrationPeople } from './store/demonstration.ts';
import type { AccessWork } from './use-cases/access-work.ts';
import { readSession } from './use-cases/read-session.ts';
import { signIn, type SignIn } from './use-cases/sign-in.ts';
import { signOut } from './use-cases/sign-out.ts';

const PASSWORD = 'kelo-rabo-timu-suni';
const officer: SignIn = {
  email: 'officer@durham.example',
  password: PASSWORD,
  address: '192.0.2.1',
  network: '192.0.2.1',
  knownAs: new Map(),
  browser: 'Firefox on Windows',
  earlierToken: null,
};

withTestDatabase((database) => {
  let now = new Date('2026-02-03T09:00:00.000Z');
  /** For the program, and for the database, whose clock says when an attempt was: there the attempts become older. */
  const minutesLater = async (minutes: number): Promise<void> => {
    now = new Date(now.getTime() + minutes * 60_000);
    await attemptsMoved(-minutes);
  };
  const attemptsMoved = (minutes: number) =>
    asSystem(database.db, 'sign-in', (tx) =>
      run(tx, `update sign_in_attempts set last_failed_at = last_failed_at + interval '${minutes} minutes'`),
    );
  const refusedWith = async (asked: SignIn) => {
    const answer = await signIn(workWith(true), asked);
    return answer.ok ? 'signed in' : answer.refusal.code;
  };
  const fails = async (times: number, asked: Partial<SignIn> = {}): Promise<void> => {
    for (let attempt = 1; attempt <= times; attempt += 1)
      await signIn(workWith(true), { ...officer, password: `wrong ${attempt}`, ...asked });
  };
  const throttled = async () =>
    (
      await asAnybody(
        database,
        "select account_id, subject, details from audit_entries where action = 'sign-in-throttled' order by sequence",
      )
    ).rows;
  const workWith = (admitsDemonstration: boolean): AccessWork => ({
    store: accessInDatabase(database.db, { admitsDemonstration }),
    clock: () => now,
    gate: signInGate(),
    newPassword: { guess: passwordGuesser([]), hash: (password) => Promise.resolve(`hash of ${password}`) },
    // The real one is slow on purpose; the demonstration's test uses it.
    isPassword: (password, hash) =>
      Promise.resolve(
        hash !== null && (hash.startsWith('hash of ') ? hash === `hash of ${password}` : password === PASSWORD),
      ),
    newToken: newSessionToken,
    hashOfToken,
  });

  beforeAll(async () => {
    expect(await loadDemonstrationPeople(database.db, PASSWORD)).toBe(true);
  });
  // Each test begins on a day of its own, when no attempt of an earlier one counts any more.
  beforeEach(() => minutesLater(24 * 60));

  const tokenOf = async (asked = officer): Promise<string> => {
    const answer = await signIn(workWith(true), asked);
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.token;
  };

  describe('Signing in', () => {
    test('opens a session for the account, its role, organisation and force', async () => {
      const token = await tokenOf({ ...officer, email: ' Officer@Durham.example ' });
      expect(await readSession(workWith(true), token)).toMatchObject({
        actor: { role: 'officer', force: 'durham', name: 'PC Merle Ashdown (demonstration)' },
        organisation: 'Durham Constabulary (demonstration)',
      });
    });

    test('gives a new secret each time, ends the session before, and stores no secret', async () => {
      const first = await tokenOf();
      const second = await tokenOf({ ...officer, earlierToken: first });
      expect(second).not.toBe(first);
      expect(await readSession(workWith(true), first)).toBeNull();
      const { rows } = await asAnybody(database, 'select token_hash from sessions');
      expect(rows).toContainEqual({ token_hash: Buffer.from(hashOfToken(second)) });
      expect(JSON.stringify(rows)).not.toContain(second);
    });

    test('is refused in the same words for a wrong password and for no such account', async () => {
      for (const wrong of [{ password: 'wrong' }, { email: 'nobody@durham.example' }]) {
        const answer = await signIn(workWith(true), { ...officer, ...wrong });
        expect(answer).toEqual({ ok: false, refusal: { code: 'wrong-email-or-password' } });
      }
    });

    test('is refused to demonstration accounts where the demonstration is switched off', async () => {
      const token = await tokenOf();
      expect(await signIn(workWith(false), officer)).toMatchObject({ ok: false });
      expect(await readSession(workWith(false), token)).toBeNull();
    });

    test('is refused to an account that was disabled, whose session ends too', async () => {
      const asked = { ...officer, email: 'supervisor@durham.example' };
      const token = await tokenOf(asked);
      await asAnybody(database, `update accounts set disabled_at = now() where email = '${asked.email}'`);
      expect(await signIn(workWith(true), asked)).toMatchObject({ refusal: { code: 'wrong-email-or-password' } });
      expect(await readSession(workWith(true), token)).toBeNull();
    });

    test('after five wrong passwords has to wait, even with the right one, and then works', async () => {
      await fails(5);
      const answer = await signIn(workWith(true), officer);
      if (answer.ok || answer.refusal.code !== 'wait') throw new Error('Nobody had to wait');
      const seconds = (answer.refusal.until.getTime() - now.getTime()) / 1000;
      expect([seconds > 50, seconds <= 60]).toEqual([true, true]);
      const { rows } = await asAnybody(database, `select id from accounts where email = '${officer.email}'`);
      expect(await throttled()).toEqual([
        {
          account_id: null,
          subject: `account:${String(rows[0]?.['id'])}`,
          details: { address: officer.address, by: 'account-here' },
        },
      ]);
      await minutesLater(1);
      await tokenOf();
    });

    test('cannot be guessed faster by many attempts at the same moment', async () => {
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, at) => signIn(workWith(true), { ...officer, password: `wrong ${at}` })),
      );
      const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.refusal.code));
      expect(codes.filter((code) => code === 'wrong-email-or-password')).toHaveLength(5);
      expect(codes.filter((code) => code === 'wait')).toHaveLength(7);
    });
  });

  describe('Failing on purpose', () => {
    const accountId = async (): Promise<string> =>
      String((await asAnybody(database, `select id from accounts where email = '${officer.email}'`)).rows[0]?.['id']);
    const elsewhere = (at: number) => ({ address: `198.51.100.${at}`, network: `198.51.100.${at}` });

    test('somewhere else does not keep anybody out', async () => {
      await fails(8, elsewhere(1));
      expect(await refusedWith({ ...officer, ...elsewhere(1) })).toBe('wait');
      expect(await refusedWith(officer)).toBe('signed in');
    });

    test('from very many places, or in the same network, does not keep out a browser that is known', async () => {
      for (let at = 1; at <= 25; at += 1) await fails(4, elsewhere(at));
      for (let at = 1; at <= 8; at += 1) await fails(4, { email: `other${at}@durham.example` });
      const known = { ...officer, knownAs: new Map([[await accountId(), 'browser-1']]) };
      expect(await refusedWith(officer)).toBe('wait');
      expect(await refusedWith({ ...officer, ...elsewhere(99) })).toBe('wait');
      expect(await refusedWith({ ...officer, email: 'supervisor@durham.example' })).toBe('wait');
      expect((await throttled()).slice(-3).map(({ details }) => details)).toEqual([
        { address: '192.0.2.1', by: 'account' },
        { address: '198.51.100.99', by: 'account' },
        { address: '192.0.2.1', by: 'network' },
      ]);
      expect(await refusedWith({ ...known, password: 'wrong' })).toBe('wrong-email-or-password');
      expect(await refusedWith(known)).toBe('signed in');
    });

    test('in a known browser is counted there, and another browser of the same person is not concerned', async () => {
      const id = await accountId();
      const knownAs = new Map([[id, 'browser-2']]);
      await fails(5, { knownAs });
      expect(await refusedWith({ ...officer, knownAs })).toBe('wait');
      expect(await refusedWith({ ...officer, knownAs: new Map([[id, 'browser-3']]) })).toBe('signed in');
      expect(await refusedWith(officer)).toBe('signed in');
    });

    test('in a browser that is known as somebody else’s is counted as anybody’s', async () => {
      const knownAs = new Map([['00000000-0000-4000-8000-000000000001', 'browser-4']]);
      await fails(5, { knownAs });
      expect(await refusedWith(officer)).toBe('wait');
    });

    test('is counted over several programs, and in one that was started anew', async () => {
      for (let program = 1; program <= 5; program += 1) await signIn(workWith(true), { ...officer, password: 'wrong' });
      expect(await refusedWith(officer)).toBe('wait');
    });

    test('while the clock was a year ahead keeps nobody out for longer than the wait, and is counted', async () => {
      await fails(5);
      await attemptsMoved(365 * 24 * 60);
      expect(await refusedWith(officer)).toBe('wait');
      await minutesLater(0.5);
      expect(await refusedWith(officer)).toBe('wait');
      await minutesLater(0.51);
      expect(await refusedWith({ ...officer, password: 'wrong' })).toBe('wrong-email-or-password');
      expect(await refusedWith(officer)).toBe('wait');
    });

    test('is counted by the clock of the database, however that of the program is set', async () => {
      await fails(5);
      const before = now;
      now = new Date(before.getTime() + 365 * 24 * 60 * 60_000);
      expect(await refusedWith(officer)).toBe('wait');
      now = before;
      await minutesLater(1);
      expect(await refusedWith(officer)).toBe('signed in');
    });

    test('as a flood costs nothing more after sixty attempts in a minute, which leave one entry', async () => {
      const gate = signInGate();
      const work = {
        ...workWith(true),
        gate,
        isPassword: () => Promise.resolve(false),
      };
      const from = elsewhere(200);
      for (let at = 1; at <= 60; at += 1)
        await signIn(work, { ...officer, ...from, email: `nobody${at}@durham.example` });
      const entries = await throttled();
      const untouched: AccessWork['store'] = {
        ...work.store,
        within: () => Promise.reject(new Error('It cost a transaction')),
      };
      expect(await signIn(work, { ...officer, ...from })).toMatchObject({ refusal: { code: 'wait' } });
      for (let at = 1; at <= 50; at += 1)
        expect(await signIn({ ...work, store: untouched }, { ...officer, ...from })).toMatchObject({
          refusal: { code: 'wait' },
        });
      expect((await throttled()).slice(entries.length).map(({ details }) => details)).toEqual([
        { address: '198.51.100.200', by: 'flood' },
      ]);
    });
  });

  test('One person signing in several times at the same moment is let in each time', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => signIn(workWith(true), officer)));
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });

  describe('A session', () => {
    test('ends after 30 minutes without a request, and not before', async () => {
      const token = await tokenOf();
      for (const [minutes, isAlive] of [
        [29, true],
        [29, true],
        [30, false],
        [0, false],
      ] as const) {
        await minutesLater(minutes);
        expect((await readSession(workWith(true), token)) !== null).toBe(isAlive);
      }
    });

    test('ends when its person signs out', async () => {
      const token = await tokenOf();
      await signOut(workWith(true), token);
      await signOut(workWith(true), token);
      expect(await readSession(workWith(true), token)).toBeNull();
    });

    test('is not opened by what is stored of it, nor by nonsense', async () => {
      const token = await tokenOf();
      const stored = Buffer.from(hashOfToken(token)).toString('base64url');
      for (const other of [stored, '', 'nonsense']) expect(await readSession(workWith(true), other)).toBeNull();
    });
  });

  describe('Row-level security', () => {
    const person = (email: string): Actor => {
      const organisation = demonstrationOrganisations.find(({ people }) => people.some((one) => one.email === email))!;
      const { role, name } = organisation.people.find((one) => one.email === email)!;
      const rights = rightsOf(role);
      return {
        accountId: organisation.id,
        name,
        role,
        organisationId: organisation.id,
        force: organisation.force,
        rights,
      };
    };

    test('shows each person the accounts of their own organisation alone', async () => {
      for (const email of [officer.email, 'worker@provider.durham.example']) {
        const seen = await asActor(database.db, person(email), (tx) =>
          tx
            .selectFrom('accounts')
            .innerJoin('memberships', 'memberships.account_id', 'accounts.id')
            .select(['email', 'organisation_id'])
            .execute(),
        );
        const organisation = demonstrationOrganisations.find(({ id }) => id === person(email).organisationId);
        expect(new Set(seen.map((row) => row.organisation_id))).toEqual(new Set([organisation?.id]));
        expect(seen.map((row) => row.email).toSorted()).toEqual(
          organisation?.people.map((one) => one.email).toSorted(),
        );
      }
    });

    test.each(['select * from sessions', 'select password_hash from accounts', 'select * from sign_in_attempts'])(
      'keeps from every person: %s',
      async (statement) => {
        await expect(
          asActor(database.db, person('coordinator@durham.example'), (tx) => run(tx, statement)),
        ).rejects.toThrow('permission denied');
      },
    );

    test('does not let a person become the program or the owner, or the program do what its purpose does not need', async () => {
      const asPerson = (statement: string) => asActor(database.db, person(officer.email), (tx) => run(tx, statement));
      await expect(asPerson('alter table sessions disable row level security')).rejects.toThrow('must be owner');
      await expect(asPerson("insert into organisations (kind, name) values ('provider', 'x')")).rejects.toThrow(
        'denied',
      );
      await expect(
        asSystem(database.db, 'read-session', (tx) =>
          run(tx, "insert into organisations (kind, name) values ('provider', 'x')"),
        ),
      ).rejects.toThrow('row-level security');
      expect((await asSystem(database.db, 'verify-audit', (tx) => run(tx, 'select email from accounts'))).rows).toEqual(
        [],
      );
    });

    test('leaves nothing of one person to whoever uses the same connection next', async () => {
      await asActor(database.db, person(officer.email), (tx) => run(tx, 'select 1'));
      const { rows } = await asSystem(database.db, 'health', (tx) =>
        run(tx, 'select acting_account() as account, acting_force() as force, acting_role() as role'),
      );
      expect(rows).toEqual([{ account: null, force: null, role: null }]);
    });
  });

  describe('The demonstration', () => {
    test('takes a new password where another is given at start', async () => {
      expect(await loadDemonstrationPeople(database.db, 'another-password')).toBe(true);
      const work = { ...workWith(true), isPassword };
      expect(await signIn(work, officer)).toMatchObject({ ok: false });
      expect(await signIn(work, { ...officer, password: 'another-password' })).toMatchObject({ ok: true });
    });
  });

  test('A demonstration that an older Waymark made gets the people and organisations that are new, and leaves the others', async () => {
    const newcomers = ['information-officer@durham.example', 'officer@avon-and-somerset.example'];
    const added = () =>
      asAnybody(
        database,
        `select email from accounts where email in ('${newcomers.join("', '")}') order by email desc`,
      );
    const before = await asAnybody(database, 'select count(*)::int as accounts from accounts');
    for (const statement of [
      `delete from memberships where account_id in (select id from accounts where email like '%avon-and-somerset.example' or email = '${newcomers[0]}')`,
      `delete from accounts where email like '%avon-and-somerset.example' or email = '${newcomers[0]}'`,
      "delete from organisations where force = 'avon-and-somerset' or name like '%(Avon and Somerset)'",
    ])
      await asAnybody(database, statement);
    expect((await added()).rows).toEqual([]);
    expect(await loadDemonstrationPeople(database.db, 'another-password')).toBe(true);
    expect((await added()).rows.map(({ email }) => email)).toEqual(newcomers.toSorted().toReversed());
    expect((await asAnybody(database, 'select count(*)::int as accounts from accounts')).rows).toEqual(before.rows);
  });

  test('Every sign-in, failed sign-in and sign-out is in the audit record, and its chain is whole', async () => {
    const { rows } = await asAnybody(database, 'select distinct action from audit_entries order by 1');
    expect(rows.map(({ action }) => action)).toEqual([
      'sign-in-failed',
      'sign-in-throttled',
      'signed-in',
      'signed-out',
    ]);
    expect((await verifyChains(database.db, [auditEntries])).breaks).toEqual([]);
  });
});

function run(tx: WaymarkTransaction, statement: string) {
  return sql.raw<Record<string, unknown>>(statement).execute(tx);
}

/** As the owner of the tables with row-level security off, to see what is really stored. */
function asAnybody(database: TestDatabase, statement: string) {
  return database.asOwner(async (owner) => {
    const tables = ['accounts', 'memberships', 'organisations', 'sessions', 'audit_entries'];
    for (const table of tables) await owner.query(`alter table ${table} no force row level security`);
    const result = await owner.query<Record<string, unknown>>(statement);
    for (const table of tables) await owner.query(`alter table ${table} force row level security`);
    return result;
  });
}
