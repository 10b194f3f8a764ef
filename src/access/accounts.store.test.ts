import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { auditEntries, verifyChains } from '../audit/index.ts';
import type { Actor } from './domain/actor.ts';
import { asActor, asSystem, type SystemPurpose } from '../db/index.ts';
import { servicesFor } from '../providers/index.ts';
import type { Result } from '../shared/result.ts';
import { rightsOf } from './domain/rights-of.ts';
import { passwordGuesser } from './guess-password.ts';
import { hashOfToken, newSessionToken } from './session-token.ts';
import { signInGate } from './sign-in-gate.ts';
import { accessInDatabase } from './store/access-in-database.ts';
import { accountsInDatabase } from './store/accounts-in-database.ts';
import { loadDemonstrationPeople } from './store/demonstration.ts';
import type { AccessWork } from './use-cases/access-work.ts';
import type { AccountsWork } from './use-cases/accounts-work.ts';
import { addAccount, type AddAccount } from './use-cases/add-account.ts';
import { addMembership } from './use-cases/add-membership.ts';
import { addOrganisation } from './use-cases/add-organisation.ts';
import { addProviderService } from './use-cases/add-provider-service.ts';
import { chooseMembership } from './use-cases/choose-membership.ts';
import { closeAccount } from './use-cases/close-account.ts';
import { endMembership } from './use-cases/end-membership.ts';
import { listAccounts } from './use-cases/list-accounts.ts';
import { readSession } from './use-cases/read-session.ts';
import { setPassword } from './use-cases/set-password.ts';
import { signIn } from './use-cases/sign-in.ts';

const PASSWORD = 'kelo-rabo-timu-suni';
const officer: AddAccount = {
  email: 'pc@surrey.example',
  name: 'PC Merle Ashdown',
  role: 'officer',
  organisation: 'Surrey Police',
  password: PASSWORD,
};

withTestDatabase((database) => {
  const clock = (): Date => new Date('2026-02-03T09:00:00.000Z');
  // The real hash is slow on purpose.
  const work = (): AccountsWork => ({
    store: accountsInDatabase(database.db),
    clock,
    newId: randomUUID,
    guessPassword: passwordGuesser([]),
    hashPassword: (password) => Promise.resolve(`hash of ${password}`),
  });
  const access = (): AccessWork => ({
    store: accessInDatabase(database.db, { admitsDemonstration: false }),
    clock,
    gate: signInGate(),
    newPassword: { guess: passwordGuesser([]), hash: (password) => Promise.resolve(`hash of ${password}`) },
    isPassword: (password, hash) => Promise.resolve(hash === `hash of ${password}`),
    newToken: newSessionToken,
    hashOfToken,
  });
  const signedIn = (email: string, password = PASSWORD) =>
    signIn(access(), {
      email,
      password,
      address: '192.0.2.1',
      network: '192.0.2.1',
      knownAs: new Map(),
      browser: 'Firefox on Windows',
      earlierToken: null,
    });
  const added = async (asked: AddAccount) => {
    const answer = await addAccount(work(), asked);
    if (!answer.ok) throw new Error(answer.refusal.code);
    // As if they had chosen a password of their own at once: own-account.store.test.ts has it that they must.
    await run('sign-in', `update accounts set must_change_password = false where id = '${answer.value.id}'`);
    return answer.value;
  };
  const run = (purpose: SystemPurpose, statement: string) =>
    asSystem(database.db, purpose, (tx) => sql.raw<Record<string, unknown>>(statement).execute(tx));

  beforeAll(async () => {
    expect(await loadDemonstrationPeople(database.db, PASSWORD)).toBe(true);
    const police = await addOrganisation(work(), { kind: 'police', name: ' Surrey Police ', force: 'surrey' });
    expect(police).toMatchObject({ ok: true, value: { kind: 'police', name: 'Surrey Police', force: 'surrey' } });
    const provider = await addOrganisation(work(), { kind: 'provider', name: 'Surrey Recovery', force: null });
    expect(provider).toMatchObject({ ok: true, value: { kind: 'provider', force: null } });
  });

  describe('Adding an organisation', () => {
    test.each([
      [{ kind: 'police', name: 'surrey police', force: 'sussex' }, 'organisation-exists'],
      [{ kind: 'police', name: 'The police of Surrey', force: 'surrey' }, 'force-taken'],
      [{ kind: 'police', name: 'Sussex Police', force: null }, 'police-need-a-force'],
      [{ kind: 'provider', name: 'Sussex Recovery', force: 'sussex' }, 'only-police-have-a-force'],
      [{ kind: 'evaluator', name: 'Sussex University', force: 'sussex' }, 'only-police-have-a-force'],
      [{ kind: 'board', name: 'Sussex Board', force: 'sussex' }, 'only-police-have-a-force'],
      [{ kind: 'provider', name: ' ', force: null }, 'name-not-usable'],
    ] as const)('%j is refused: %s', async (asked, code) => {
      expect(await addOrganisation(work(), asked)).toMatchObject({ ok: false, refusal: { code } });
    });
  });

  describe('Adding an account', () => {
    test('lets its person sign in, in the role and organisation given', async () => {
      await added(officer);
      const answer = await signedIn(officer.email);
      if (!answer.ok) throw new Error(answer.refusal.code);
      expect(await readSession(access(), answer.value.token)).toMatchObject({
        actor: { role: 'officer', force: 'surrey', name: 'PC Merle Ashdown' },
        organisation: 'Surrey Police',
      });
    });

    test("takes the organisation's name in any case, and its id", async () => {
      const first = await added({ ...officer, email: 'one@surrey.example', organisation: 'SURREY police' });
      const second = await added({ ...officer, email: 'two@surrey.example', organisation: first.organisation.id });
      expect(second.organisation).toEqual(first.organisation);
    });

    test.each([
      [{ email: ' PC@surrey.example' }, 'email-taken'],
      [{ email: 'officer@durham.example' }, 'email-taken'],
      [{ email: 'nobody' }, 'email-not-usable'],
      [{ name: '' }, 'name-not-usable'],
      [{ password: 'short' }, 'password-too-short'],
      [{ password: 'password1234' }, 'password-easily-guessed'],
      [{ password: 'Ashdown at Surrey' }, 'password-easily-guessed'],
      [{ organisation: 'Surrey' }, 'no-such-organisation'],
      [{ role: 'provider' }, 'role-does-not-fit'],
      [{ role: 'evaluator' }, 'role-does-not-fit'],
      [{ role: 'board' }, 'role-does-not-fit'],
      [{ organisation: 'Surrey Recovery' }, 'role-does-not-fit'],
    ] as const)('%j is refused: %s', async (change, code) => {
      const asked = { ...officer, ...change };
      const before = await listAccounts(work());
      expect(await addAccount(work(), asked)).toMatchObject({ ok: false, refusal: { code } });
      expect(await listAccounts(work())).toEqual(before);
    });
  });

  test('Setting a password ends the sessions of that account alone, and the old password is worth nothing', async () => {
    const [account, other] = [await added({ ...officer, email: 'set@surrey.example' }), 'set-not@surrey.example'];
    await added({ ...officer, email: other });
    const tokens = await Promise.all([account.email, account.email, other].map((email) => signedIn(email)));
    const answer = await setPassword(work(), { email: 'SET@surrey.example', password: 'suni-timu-rabo-kelo' });
    expect(answer).toEqual({ ok: true, value: { id: account.id, email: account.email, sessionsEnded: 2 } });
    const alive = await Promise.all(
      tokens.map(async (token) => token.ok && (await readSession(access(), token.value.token)) !== null),
    );
    expect(alive).toEqual([false, false, true]);
    expect(await signedIn(account.email)).toMatchObject({ ok: false });
    expect(await signedIn(account.email, 'suni-timu-rabo-kelo')).toMatchObject({ ok: true });
  });

  test('A closed account is signed out, cannot sign in, is kept, and stays closed', async () => {
    const { email, id } = await added({ ...officer, email: 'close@surrey.example' });
    await signedIn(email);
    expect(await closeAccount(work(), email)).toEqual({ ok: true, value: { id, email, sessionsEnded: 1 } });
    expect(await signedIn(email)).toMatchObject({ refusal: { code: 'wrong-email-or-password' } });
    const kept = (await listAccounts(work())).flatMap(({ accounts }) => accounts).find((each) => each.id === id);
    expect(kept).toMatchObject({ email, closedAt: clock() });
    const refusal = { code: 'account-closed', email };
    expect(await closeAccount(work(), email)).toEqual({ ok: false, refusal });
    expect(await setPassword(work(), { email, password: PASSWORD })).toEqual({ ok: false, refusal });
    await run('sign-in', `update accounts set disabled_at = null where id = '${id}'`);
    expect(await signedIn(email)).toMatchObject({ ok: false });
  });

  describe('Memberships', () => {
    const provider = { role: 'provider', organisation: 'Surrey Recovery' } as const;
    const police = { role: 'officer', organisation: 'Surrey Police' } as const;
    const membershipsOf = async (id: string) =>
      (await listAccounts(work()))
        .flatMap(({ name, accounts }) => accounts.map((each) => ({ ...each, organisation: name })))
        .filter((each) => each.id === id)
        .map(({ organisation, role, endedAt }) => ({ organisation, role, hasEnded: endedAt !== null }));
    const here = async (token: string) => {
      const found = await readSession(access(), token);
      return found?.actor && { role: found.actor.role, organisation: found.organisation, force: found.actor.force };
    };
    const chosen = async (token: string, role: string) => {
      const found = await readSession(access(), token);
      const membershipId = found?.account.memberships.find((each) => each.role === role)?.id ?? '';
      return chooseMembership(access(), { token, membershipId });
    };
    const tokenOf = async (answer: Promise<{ ok: true; value: { token: string } } | { ok: false }>) => {
      const opened = await answer;
      if (!opened.ok) throw new Error('Nobody was signed in');
      return opened.value.token;
    };

    test('of one person may be several, of which a session acts under the one that is chosen', async () => {
      const { email, id } = await added({ ...officer, email: 'places@surrey.example' });
      expect(await addMembership(work(), { email: ' PLACES@surrey.example', ...provider })).toMatchObject({ ok: true });
      expect(await membershipsOf(id)).toEqual([
        { ...police, hasEnded: false },
        { ...provider, hasEnded: false },
      ]);
      const answer = await signedIn(email);
      expect(answer).toMatchObject({ ok: true, value: { mustChoose: true } });
      const first = await tokenOf(signedIn(email));
      expect(await readSession(access(), first)).toMatchObject({ actor: null });
      const second = await tokenOf(chosen(first, 'provider'));
      expect(await here(second)).toEqual({ ...provider, force: null });
      const third = await tokenOf(chosen(second, 'officer'));
      expect(await here(third)).toEqual({ ...police, force: 'surrey' });
      for (const earlier of [first, second]) expect(await readSession(access(), earlier)).toBeNull();
    });

    test('of others, and what is none, cannot be chosen', async () => {
      const { email } = await added({ ...officer, email: 'chooser@surrey.example' });
      const other = await added({ ...officer, email: 'other@surrey.example' });
      await addMembership(work(), { email, ...provider });
      const token = await tokenOf(signedIn(email));
      const others = await tokenOf(signedIn(other.email));
      const theirs = (await readSession(access(), others))?.account.memberships[0]?.id ?? '';
      for (const membershipId of [theirs, '', 'nonsense']) {
        const answer = await chooseMembership(access(), { token, membershipId });
        expect(answer).toEqual({ ok: false, refusal: { code: 'not-your-membership' } });
      }
      expect(await chooseMembership(access(), { token: 'nonsense', membershipId: theirs })).toEqual({
        ok: false,
        refusal: { code: 'not-signed-in' },
      });
      expect(await here(token)).toBeFalsy();
    });

    test('that end sign out of the sessions under them and of no other, and stay on record', async () => {
      const { email, id } = await added({ ...officer, email: 'moves@surrey.example' });
      await addMembership(work(), { email, ...provider });
      const asOfficer = await tokenOf(chosen(await tokenOf(signedIn(email)), 'officer'));
      const asWorker = await tokenOf(chosen(await tokenOf(signedIn(email)), 'provider'));
      expect(await endMembership(work(), { email, ...police })).toMatchObject({
        ok: true,
        value: { id, email, role: 'officer', sessionsEnded: 1 },
      });
      expect(await readSession(access(), asOfficer)).toBeNull();
      expect(await here(asWorker)).toMatchObject(provider);
      expect(await signedIn(email)).toMatchObject({ ok: true, value: { mustChoose: false } });
      expect(await membershipsOf(id)).toEqual([
        { ...police, hasEnded: true },
        { ...provider, hasEnded: false },
      ]);
      // Somebody who comes back is added again.
      expect(await addMembership(work(), { email, ...police })).toMatchObject({ ok: true });
    });

    test('are refused where they are held already, not held, the last, or do not fit', async () => {
      const { email } = await added({ ...officer, email: 'refused@surrey.example' });
      const codeOf = async (answer: Promise<Result<unknown, { code: string }>>) => {
        const { ok, ...rest } = await answer;
        return ok || !('refusal' in rest) ? null : rest.refusal.code;
      };
      const fits = { email, ...provider };
      expect(await codeOf(addMembership(work(), { email, ...police }))).toBe('membership-held');
      expect(await codeOf(addMembership(work(), { ...fits, role: 'officer' }))).toBe('role-does-not-fit');
      expect(await codeOf(addMembership(work(), { ...fits, organisation: 'Nowhere' }))).toBe('no-such-organisation');
      expect(await codeOf(addMembership(work(), { ...fits, email: 'x@y.example' }))).toBe('no-such-account');
      expect(await codeOf(addMembership(work(), { ...fits, email: 'officer@durham.example' }))).toBe(
        'account-is-demonstration',
      );
      expect(await codeOf(endMembership(work(), fits))).toBe('membership-not-held');
      expect(await codeOf(endMembership(work(), { ...fits, organisation: 'Nowhere' }))).toBe('no-such-organisation');
      expect(await codeOf(endMembership(work(), { email, ...police }))).toBe('last-membership');
      await closeAccount(work(), email);
      expect(await codeOf(addMembership(work(), fits))).toBe('account-closed');
      expect(await codeOf(endMembership(work(), { email, ...police }))).toBe('account-closed');
    });

    test('fit the kind of organisation in the database too, and a session acts under no one else’s', async () => {
      const { id } = await added({ ...officer, email: 'fits@surrey.example' });
      const insert = (role: string, organisation: string) =>
        run(
          'manage-accounts',
          `insert into memberships (account_id, organisation_id, role)
             select '${id}', id, '${role}' from organisations where name = '${organisation}'`,
        );
      await expect(insert('provider', 'Surrey Police')).rejects.toThrow('Nobody can be provider in this kind');
      await expect(insert('inspector', 'Surrey Police')).rejects.toThrow('Nobody can be inspector in this kind');
      const token = hashOfToken('token');
      await expect(
        asSystem(database.db, 'sign-in', (tx) =>
          sql`insert into sessions (token_hash, account_id, membership_id, signed_in_at, last_seen_at, proved_at)
              select ${token}, ${id}, id, now(), now(), now() from memberships where account_id <> ${id} limit 1`.execute(
            tx,
          ),
        ),
      ).rejects.toThrow('foreign key');
    });
  });

  test('Nobody unknown, and nobody of the demonstration, is given a password or closed', async () => {
    for (const [email, code] of [
      ['nobody@surrey.example', 'no-such-account'],
      ['officer@durham.example', 'account-is-demonstration'],
    ] as const) {
      expect(await setPassword(work(), { email, password: PASSWORD })).toMatchObject({ refusal: { code } });
      expect(await closeAccount(work(), email)).toMatchObject({ refusal: { code } });
    }
  });

  test('A service lets the force refer to a provider, and is offered once', async () => {
    const asked = { organisation: 'surrey recovery', scheme: 'new-chance', force: 'surrey', name: 'Course' };
    const answer = await addProviderService(work(), asked);
    if (!answer.ok) throw new Error(answer.refusal.code);
    const person = await added({ ...officer, email: 'refers@surrey.example' });
    const actor: Actor = {
      accountId: person.id,
      name: person.name,
      role: 'officer',
      organisationId: person.organisation.id,
      force: 'surrey',
      rights: rightsOf('officer'),
    };
    expect(await asActor(database.db, actor, (tx) => servicesFor(tx, asked))).toEqual([
      { ...answer.value, organisationName: 'Surrey Recovery' },
    ]);
    expect(await addProviderService(work(), asked)).toMatchObject({ refusal: { code: 'service-exists' } });
    expect(await addProviderService(work(), { ...asked, organisation: 'Surrey Police' })).toMatchObject({
      refusal: { code: 'not-a-provider' },
    });
  });

  describe('Row-level security', () => {
    test.each([
      ['manage-accounts', "insert into audit_entries select * from audit_entries where chain = 'access'"],
      ['manage-accounts', 'select * from chain_heads for update'],
      ['manage-accounts', 'delete from accounts'],
      ['manage-accounts', "update accounts set email = 'x'"],
      ['manage-accounts', "update organisations set name = 'x'"],
      ['sign-in', "insert into organisations (kind, name) values ('provider', 'x')"],
      [
        'demonstration',
        "insert into accounts (email, name, password_hash) select 'x', 'x', 'x' from organisations where force = 'surrey'",
      ],
      [
        'demonstration',
        "insert into memberships (account_id, organisation_id, role) select account_id, organisation_id, 'coordinator' from memberships where account_id in (select id from accounts where not is_demonstration)",
      ],
      [
        'sign-in',
        "insert into memberships (account_id, organisation_id, role) select account_id, organisation_id, 'coordinator' from memberships where role = 'officer'",
      ],
      ['sign-in', 'update memberships set ended_at = now()'],
      ['demonstration', 'update memberships set ended_at = now()'],
      ['manage-accounts', 'delete from memberships'],
      ['manage-accounts', "update memberships set role = 'coordinator'"],
      ['sign-in', 'update sessions set membership_id = (select id from memberships limit 1)'],
      ['sign-in', "update accounts set disabled_at = now() where email = 'pc@surrey.example'"],
    ] as const)('as %s refuses or finds nothing to do: %s', async (purpose, statement) => {
      const done = await run(purpose, statement).catch((fault: Error) => fault.message);
      if (typeof done === 'string') expect(done).toMatch(/permission denied|row-level security/);
      else expect(done).toMatchObject({ numAffectedRows: 0n });
    });

    test('as manage-accounts leaves the demonstration alone', async () => {
      for (const statement of [
        "update accounts set password_hash = 'x' where is_demonstration",
        'update memberships set ended_at = now() where account_id in (select id from accounts where is_demonstration)',
      ]) {
        expect((await run('manage-accounts', statement)).numAffectedRows).toBe(0n);
      }
    });
  });

  test('Each of these is in the audit record, as done by the command line and with no address in it', async () => {
    const rows = await database.asOwner(async (owner) => {
      await owner.query('alter table audit_entries no force row level security');
      const result = await owner.query<{ action: string; account_id: string | null; details: object }>(
        "select action, account_id, details from audit_entries where details ? 'by' order by sequence",
      );
      await owner.query('alter table audit_entries force row level security');
      return result.rows;
    });
    expect([...new Set(rows.map(({ action }) => action))].toSorted()).toEqual([
      'account-added',
      'account-closed',
      'accounts-listed',
      'membership-added',
      'membership-ended',
      'organisation-added',
      'password-set',
      'service-added',
    ]);
    for (const row of rows) expect(row).toMatchObject({ account_id: null, details: { by: 'the command line' } });
    expect(JSON.stringify(rows)).not.toContain('@');
    expect((await verifyChains(database.db, [auditEntries])).breaks).toEqual([]);
  });
});
