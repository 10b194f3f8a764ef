import { sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { ACCESS_CHAIN, appendAudit, looksChain } from '../../audit/index.ts';
import { asActor, asSystem, soleRow, type WaymarkDatabase, type WaymarkTransaction } from '../../db/index.ts';
import type { Membership } from '../domain/membership.ts';
import { oldestAlive } from '../domain/session-life.ts';
import { forgottenSince } from '../domain/sign-in-throttle.ts';
import type { AccessStore, AccessTransaction, AttemptSubject } from './access-store.ts';

export interface AccessOptions {
  /** False where demonstration accounts, once loaded, must not be used any more. */
  readonly admitsDemonstration: boolean;
}

/** Accounts and sessions in PostgreSQL. */
export function accessInDatabase(db: WaymarkDatabase, options: AccessOptions): AccessStore {
  return {
    within: (purpose, work) => asSystem(db, purpose, (tx) => work(accessTransaction(tx, options))),
    recordLook: (actor, { at, ...look }) =>
      asActor(db, actor, (tx) =>
        appendAudit(tx, { chain: looksChain(actor.accountId), recordedAt: at, actor, ...look }),
      ),
  };
}

function accessTransaction(tx: WaymarkTransaction, { admitsDemonstration }: AccessOptions): AccessTransaction {
  const accounts = () =>
    tx
      .selectFrom('accounts')
      .where('accounts.disabled_at', 'is', null)
      .$if(!admitsDemonstration, (query) => query.where('accounts.is_demonstration', '=', false))
      .select(['accounts.id as accountId', 'accounts.name']);
  const memberships = tx
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .select(['memberships.id', 'memberships.role', 'memberships.organisation_id as organisationId'])
    .select(['organisations.name as organisation', 'organisations.force'])
    .where('memberships.ended_at', 'is', null)
    .orderBy('organisations.name')
    .orderBy('memberships.role');
  const membershipsOf = (accountId: string): Promise<Membership[]> =>
    memberships.where('memberships.account_id', '=', accountId).execute();

  return {
    async now() {
      const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx);
      return soleRow(rows).now;
    },

    async accountByEmail(email) {
      const found = await accounts()
        .select(['accounts.password_hash as passwordHash', 'accounts.must_change_password as mustChangePassword'])
        .where('accounts.email', '=', email)
        .executeTakeFirst();
      return found ? { ...found, memberships: await membershipsOf(found.accountId) } : null;
    },

    async attempts(subject) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${nameOf(subject)}, 0))`.execute(tx);
      const found = await tx
        .selectFrom('sign_in_attempts')
        .select(['failures', 'last_failed_at as lastFailedAt'])
        .where('subject', '=', nameOf(subject))
        .executeTakeFirst();
      return found ?? null;
    },

    async saveAttempts(subject, { failures, lastFailedAt }) {
      const row = { failures, last_failed_at: lastFailedAt };
      await tx
        .insertInto('sign_in_attempts')
        .values({ subject: nameOf(subject), ...row })
        .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
        .execute();
    },

    async forgetAttempts(subject) {
      await tx.deleteFrom('sign_in_attempts').where('subject', '=', nameOf(subject)).execute();
    },

    async session(tokenHash) {
      const found = await accounts()
        .innerJoin('sessions', 'sessions.account_id', 'accounts.id')
        .select(['sessions.signed_in_at as signedInAt', 'sessions.last_seen_at as lastSeenAt'])
        .select(['sessions.id', 'sessions.address', 'sessions.browser', 'sessions.proved_at as provedAt'])
        .select(['sessions.membership_id as membershipId', 'accounts.must_change_password as mustChangePassword'])
        // With them in one statement: it is asked with every request.
        .select(jsonArrayFrom(memberships.where(sql<boolean>`memberships.account_id = accounts.id`)).as('memberships'))
        .where('sessions.token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (!found) return null;
      const { accountId, name, membershipId, memberships: worksIn, ...session } = found;
      const membership = worksIn.find(({ id }) => id === membershipId) ?? null;
      return { account: { accountId, name, memberships: worksIn }, membership, ...session };
    },

    async addSession(tokenHash, { accountId, membershipId, signedInAt, lastSeenAt, provedAt, address, browser }) {
      await tx
        .insertInto('sessions')
        .values({
          token_hash: tokenHash,
          account_id: accountId,
          membership_id: membershipId,
          signed_in_at: signedInAt,
          last_seen_at: lastSeenAt,
          proved_at: provedAt,
          address,
          browser,
        })
        .execute();
    },

    async noteSession(tokenHash, lastSeenAt) {
      await tx.updateTable('sessions').set({ last_seen_at: lastSeenAt }).where('token_hash', '=', tokenHash).execute();
    },

    async noteProof(tokenHash, provedAt) {
      await tx.updateTable('sessions').set({ proved_at: provedAt }).where('token_hash', '=', tokenHash).execute();
    },

    sessionsOf: (accountId) =>
      tx
        .selectFrom('sessions')
        .select(['id', 'signed_in_at as signedInAt', 'last_seen_at as lastSeenAt', 'address', 'browser'])
        .where('account_id', '=', accountId)
        .execute(),

    async removeOwnSession(accountId, sessionId) {
      const removed = await tx
        .deleteFrom('sessions')
        .where('account_id', '=', accountId)
        .where('id', '=', sessionId)
        .executeTakeFirst();
      return removed.numDeletedRows > 0n;
    },

    async removeSessionsBeside(accountId, sessionId) {
      const removed = await tx
        .deleteFrom('sessions')
        .where('account_id', '=', accountId)
        .where('id', '<>', sessionId)
        .executeTakeFirst();
      return Number(removed.numDeletedRows);
    },

    async signInOf(accountId) {
      const found = await accounts()
        .select(['accounts.email', 'accounts.password_hash as passwordHash'])
        .where('accounts.id', '=', accountId)
        .executeTakeFirst();
      return found ? { email: found.email, passwordHash: found.passwordHash } : null;
    },

    async changePassword(accountId, { from, to }) {
      const changed = await tx
        .updateTable('accounts')
        .set({ password_hash: to, must_change_password: false })
        .where('id', '=', accountId)
        .where('password_hash', '=', from)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },

    async removeSession(tokenHash) {
      await tx.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },

    async tidy(now) {
      const { idleSince, signedInSince } = oldestAlive(now);
      await tx
        .deleteFrom('sessions')
        .where((row) => row.or([row('last_seen_at', '<=', idleSince), row('signed_in_at', '<=', signedInSince)]))
        .execute();
      const forgotten = forgottenSince(await this.now());
      await tx.deleteFrom('sign_in_attempts').where('last_failed_at', '<=', forgotten).execute();
    },

    async audit({ action, at, actor, accountId, details }) {
      const subject = `account:${accountId ?? 'unknown'}`;
      await appendAudit(tx, { chain: ACCESS_CHAIN, recordedAt: at, actor, action, subject, details });
    },
  };
}

function nameOf({ by, name }: AttemptSubject): string {
  return `${by}:${name}`;
}
