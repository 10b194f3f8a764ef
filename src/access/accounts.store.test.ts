import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { auditEntries, verifyChains } from '../audit/index.ts';
import type { Actor } from './domain/actor.ts';
import { asActor, asSystem, type SystemPurpose } from '../db/index.ts';
import { servicesFor } from '../providers/index.ts';
import { rightsOf } from './domain/rights-of.ts';
import { passwordGuesser } from './guess-password.ts';
import { hashOfToken, newSessionToken } from './session-token.ts';
import { accessInDatabase } from './store/access-in-database.ts';
import { accountsInDatabase } from './store/accounts-in-database.ts';
import { loadDemonstrationPeople } from './store/demonstration.ts';
import type { AccessWork } from './use-cases/access-work.ts';
import type { AccountsWork } from './use-cases/accounts-work.ts';
import { addAccount, type AddAccount } from './use-cases/add-account.ts';
import { addOrganisation } from './use-cases/add-organisation.ts';
import { addProviderService } from './use-cases/add-provider-service.ts';
import { closeAccount } from './use-cases/close-account.ts';
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
    isPassword: (password, hash) => Promise.resolve(hash === `hash of ${password}`),
    newToken: newSessionToken,
    hashOfToken,
  });
  const signedIn = (email: string, password = PASSWORD) =>
    signIn(access(), { email, password, address: '192.0.2.1', earlierToken: null });
  const added = async (asked: AddAccount) => {
    const answer = await addAccount(work(), asked);
    if (!answer.ok) throw new Error(answer.refusal.code);
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
    const answer = await setPassword(work(), { email: 'SET@surrey.example', password: 'another-password-now' });
    expect(answer).toEqual({ ok: true, value: { id: account.id, email: account.email, sessionsEnded: 2 } });
    const alive = await Promise.all(
      tokens.map(async (token) => token.ok && (await readSession(access(), token.value.token)) !== null),
    );
    expect(alive).toEqual([false, false, true]);
    expect(await signedIn(account.email)).toMatchObject({ ok: false });
    expect(await signedIn(account.email, 'another-password-now')).toMatchObject({ ok: true });
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
        "insert into accounts (organisation_id, email, name, role, password_hash) select id, 'x', 'x', 'officer', 'x' from organisations where force = 'surrey'",
      ],
      ['sign-in', "update accounts set disabled_at = now() where email = 'pc@surrey.example'"],
    ] as const)('as %s refuses or finds nothing to do: %s', async (purpose, statement) => {
      const done = await run(purpose, statement).catch((fault: Error) => fault.message);
      if (typeof done === 'string') expect(done).toMatch(/permission denied|row-level security/);
      else expect(done).toMatchObject({ numAffectedRows: 0n });
    });

    test('as manage-accounts leaves the demonstration alone', async () => {
      const statement = "update accounts set password_hash = 'x' where is_demonstration";
      expect((await run('manage-accounts', statement)).numAffectedRows).toBe(0n);
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
      'organisation-added',
      'password-set',
      'service-added',
    ]);
    for (const row of rows) expect(row).toMatchObject({ account_id: null, details: { by: 'the command line' } });
    expect(JSON.stringify(rows)).not.toContain('@');
    expect((await verifyChains(database.db, [auditEntries])).breaks).toEqual([]);
  });
});
