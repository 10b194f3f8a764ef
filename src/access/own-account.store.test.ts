import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { auditEntries, rowEntries, verifyChains } from '../audit/index.ts';
import { asSystem } from '../db/index.ts';
import { passwordGuesser } from './guess-password.ts';
import { hashOfToken, newSessionToken } from './session-token.ts';
import { signInGate } from './sign-in-gate.ts';
import { accessInDatabase } from './store/access-in-database.ts';
import { accountsInDatabase } from './store/accounts-in-database.ts';
import type { AccessWork } from './use-cases/access-work.ts';
import { addAccount } from './use-cases/add-account.ts';
import { addOrganisation } from './use-cases/add-organisation.ts';
import { changePassword } from './use-cases/change-password.ts';
import { endOtherSessions, endOwnSession, listOwnSessions } from './use-cases/own-sessions.ts';
import { proveAgain } from './use-cases/prove-again.ts';
import { readSession } from './use-cases/read-session.ts';
import { setPassword } from './use-cases/set-password.ts';
import { signIn } from './use-cases/sign-in.ts';

const GIVEN = 'kelo-rabo-timu-suni';
const OWN = 'fumo bekiri 73 lozata';
const PAGE = '/account/password';

withTestDatabase((database) => {
  let now = new Date('2026-02-03T09:00:00.000Z');
  let people = 0;
  let email = '';
  const newPassword = {
    guess: passwordGuesser(['Surrey']),
    hash: (text: string) => Promise.resolve(`hash of ${text}`),
  };
  const work: AccessWork = {
    get store() {
      return accessInDatabase(database.db, { admitsDemonstration: false });
    },
    clock: () => now,
    gate: signInGate(),
    // The real hash is slow on purpose.
    isPassword: (password, hash) => Promise.resolve(hash === `hash of ${password}`),
    newPassword,
    newToken: newSessionToken,
    hashOfToken,
  };
  const accounts = {
    get store() {
      return accountsInDatabase(database.db);
    },
    clock: () => now,
    newId: randomUUID,
    guessPassword: newPassword.guess,
    hashPassword: newPassword.hash,
  };
  const tokenOf = async (password: string, browser = 'Firefox on Windows'): Promise<string> => {
    const [address, network] = ['192.0.2.1', '192.0.2.1'];
    const answer = await signIn(work, {
      email,
      password,
      address,
      network,
      browser,
      knownAs: new Map(),
      earlierToken: null,
    });
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.token;
  };
  const change = (token: string, present: string, wanted: string) =>
    changePassword(work, { token, present, wanted, page: PAGE });
  const owned = async (): Promise<string> => {
    const answer = await change(await tokenOf(GIVEN), GIVEN, OWN);
    if (!answer.ok) throw new Error(answer.refusal.code);
    return answer.value.token;
  };
  const isAlive = async (token: string): Promise<boolean> => (await readSession(work, token)) !== null;
  const attemptsMoved = (minutes: number) =>
    asSystem(database.db, 'sign-in', (tx) =>
      sql
        .raw(`update sign_in_attempts set last_failed_at = last_failed_at + interval '${minutes} minutes'`)
        .execute(tx),
    );

  beforeEach(async () => {
    people += 1;
    email = `pc${people}@surrey.example`;
    await attemptsMoved(-24 * 60);
    await addOrganisation(accounts, { kind: 'police', name: 'Surrey Police', force: 'surrey' });
    const added = {
      email,
      name: 'PC Merle Ashdown',
      role: 'officer',
      organisation: 'Surrey Police',
      password: GIVEN,
    } as const;
    expect(await addAccount(accounts, added)).toMatchObject({ ok: true });
  });

  describe('A password that somebody else chose', () => {
    test('opens nothing until it is changed, by its owner, and then all that they may see', async () => {
      const token = await tokenOf(GIVEN);
      expect(await readSession(work, token)).toMatchObject({ actor: null, mustChangePassword: true });
      const answer = await change(token, GIVEN, OWN);
      if (!answer.ok) throw new Error(answer.refusal.code);
      expect(await isAlive(token)).toBe(false);
      expect(await readSession(work, answer.value.token)).toMatchObject({ actor: { role: 'officer' } });
      expect(await readSession(work, await tokenOf(OWN))).toMatchObject({ actor: { role: 'officer' } });
      await expect(tokenOf(GIVEN)).rejects.toThrow('wrong-email-or-password');
    });

    test('is another again where it is set from the command line', async () => {
      await owned();
      await setPassword(accounts, { email, password: 'suni-timu-rabo-kelo' });
      expect(await readSession(work, await tokenOf('suni-timu-rabo-kelo'))).toMatchObject({ mustChangePassword: true });
    });
  });

  describe('Changing one’s own password', () => {
    test('ends the other sessions and no one else’s, and gives this one a new secret', async () => {
      const theirs = email;
      const [here, there] = [await owned(), await tokenOf(OWN)];
      people += 1;
      email = `other${people}@surrey.example`;
      await addAccount(accounts, {
        email,
        name: 'Other',
        role: 'officer',
        organisation: 'Surrey Police',
        password: GIVEN,
      });
      const others = await tokenOf(GIVEN);
      email = theirs;
      const answer = await change(here, OWN, 'zuvo lamepi 18 rokata');
      expect(answer).toMatchObject({ ok: true, value: { sessionsEnded: 1 } });
      expect([await isAlive(here), await isAlive(there), await isAlive(others)]).toEqual([false, false, true]);
    });

    test.each([
      ['wrong', OWN, 'wrong-password'],
      [GIVEN, GIVEN, 'same-password'],
      [GIVEN, 'short', 'password-too-short'],
      [GIVEN, 'password1234', 'password-easily-guessed'],
      [GIVEN, 'Ashdown at Surrey', 'password-easily-guessed'],
      [GIVEN, 'Surrey Police 2026', 'password-easily-guessed'],
      [GIVEN, 'Waymark-Diversion-1', 'password-easily-guessed'],
    ])('from “%s” to “%s” is refused: %s', async (present, wanted, code) => {
      const token = await tokenOf(GIVEN);
      expect(await change(token, present, wanted)).toMatchObject({ ok: false, refusal: { code } });
      expect(await isAlive(token)).toBe(true);
      expect(await isAlive(await tokenOf(GIVEN))).toBe(true);
    });

    test('is not for whoever is not signed in', async () => {
      expect(await change('nonsense', GIVEN, OWN)).toEqual({ ok: false, refusal: { code: 'not-signed-in' } });
    });
  });

  describe('Proving again who one is', () => {
    const prove = (token: string, password: string) => proveAgain(work, { token, password, page: PAGE });

    test('is remembered with the session, which gets a new secret', async () => {
      const token = await owned();
      const before = now;
      now = new Date(now.getTime() + 20 * 60_000);
      expect(await readSession(work, token)).toMatchObject({ provedAt: before });
      expect(await prove(token, 'wrong')).toMatchObject({ refusal: { code: 'wrong-password' } });
      expect(await readSession(work, token)).toMatchObject({ provedAt: before });
      const proved = await prove(token, OWN);
      if (!proved.ok) throw new Error(proved.refusal.code);
      expect(await readSession(work, proved.value.token)).toMatchObject({ provedAt: now });
      expect(await isAlive(token)).toBe(false);
      expect(await prove(token, OWN)).toMatchObject({ refusal: { code: 'not-signed-in' } });
      expect(await listOwnSessions(work, proved.value.token)).toHaveLength(1);
    });

    test('cannot be guessed: after five wrong passwords one has to wait, even with the right one', async () => {
      const token = await owned();
      for (let attempt = 1; attempt <= 5; attempt += 1) await prove(token, `wrong ${attempt}`);
      expect(await prove(token, OWN)).toMatchObject({ refusal: { code: 'wait' } });
      await attemptsMoved(-1);
      expect(await prove(token, OWN)).toMatchObject({ ok: true });
    });
  });

  describe('Somebody’s own sessions', () => {
    test('are listed, this one first, with the browser, the address and when they were last seen', async () => {
      const here = await owned();
      now = new Date(now.getTime() + 60_000);
      await tokenOf(OWN, 'Safari on an iPhone');
      const sessions = await listOwnSessions(work, here);
      expect(sessions).toMatchObject([
        { browser: 'Firefox on Windows', address: '192.0.2.1', isThis: true },
        { browser: 'Safari on an iPhone', address: '192.0.2.1', isThis: false, lastSeenAt: now },
      ]);
      now = new Date(now.getTime() + 29 * 60_000);
      expect(await isAlive(here)).toBe(false);
    });

    test('are ten at most: the one that was seen longest ago ends where another begins', async () => {
      const first = await owned();
      now = new Date(now.getTime() + 60_000);
      const others = [];
      for (let count = 1; count < 10; count += 1) others.push(await tokenOf(OWN));
      expect(await isAlive(first)).toBe(true);
      now = new Date(now.getTime() + 60_000);
      expect(await isAlive(others[0] ?? '')).toBe(true);
      const last = await tokenOf(OWN);
      expect(await listOwnSessions(work, last)).toHaveLength(10);
      expect(await isAlive(last)).toBe(true);
      // The first was looked at after the others had begun, and so was the second: one of the rest has ended.
      const alive = await Promise.all([first, ...others].map(isAlive));
      expect(alive.filter((each) => !each)).toHaveLength(1);
      expect(alive.slice(0, 2)).toEqual([true, true]);
    });

    test('end one by one, but not this one, nor anybody else’s', async () => {
      const [here, there] = [await owned(), await tokenOf(OWN)];
      const [own, other] = await listOwnSessions(work, here);
      people += 1;
      email = `another${people}@surrey.example`;
      await addAccount(accounts, {
        email,
        name: 'Another',
        role: 'officer',
        organisation: 'Surrey Police',
        password: GIVEN,
      });
      const [stranger] = [await owned()];
      expect(await endOwnSession(work, stranger, other?.id ?? '')).toBe(false);
      expect(await endOwnSession(work, here, own?.id ?? '')).toBe(false);
      expect(await isAlive(there)).toBe(true);
      expect(await endOwnSession(work, here, other?.id ?? '')).toBe(true);
      expect(await endOwnSession(work, here, other?.id ?? '')).toBe(false);
      expect([await isAlive(here), await isAlive(there), await isAlive(stranger)]).toEqual([true, false, true]);
    });

    test('end all but this one', async () => {
      const here = await owned();
      const others = [await tokenOf(OWN), await tokenOf(OWN)];
      expect(await endOtherSessions(work, here)).toBe(2);
      expect(await Promise.all([here, ...others].map(isAlive))).toEqual([true, false, false]);
      expect(await endOtherSessions(work, 'nonsense')).toBe(0);
    });
  });

  test('All of it is in the audit record, which names nobody by address, and the chains are whole', async () => {
    const rows = await database.asOwner(async (owner) => {
      await owner.query('alter table audit_entries no force row level security');
      const found = await owner.query<{ action: string; details: object }>('select action, details from audit_entries');
      await owner.query('alter table audit_entries force row level security');
      return found.rows;
    });
    const actions = new Set(rows.map(({ action }) => action));
    for (const action of [
      'password-proved',
      'password-not-proved',
      'password-changed',
      'session-ended',
      'sessions-ended',
    ])
      expect([...actions]).toContain(action);
    expect(JSON.stringify(rows)).not.toContain('@');
    expect((await verifyChains(database.db, [auditEntries, rowEntries])).breaks).toEqual([]);
  });
});
