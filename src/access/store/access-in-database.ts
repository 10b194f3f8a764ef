import { sql } from 'kysely';
import { ACCESS_CHAIN, appendAudit } from '../../audit/index.ts';
import { asSystem, type WaymarkDatabase, type WaymarkTransaction } from '../../db/index.ts';
import type { Actor } from '../domain/actor.ts';
import { rightsOf } from '../domain/rights-of.ts';
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
  };
}

function accessTransaction(tx: WaymarkTransaction, { admitsDemonstration }: AccessOptions): AccessTransaction {
  const accounts = () =>
    tx
      .selectFrom('accounts')
      .innerJoin('organisations', 'organisations.id', 'accounts.organisation_id')
      .where('accounts.disabled_at', 'is', null)
      .$if(!admitsDemonstration, (query) => query.where('accounts.is_demonstration', '=', false))
      .select([
        'accounts.id as accountId',
        'accounts.name',
        'accounts.role',
        'accounts.organisation_id as organisationId',
        'organisations.force',
        'organisations.name as organisation',
      ]);

  return {
    async accountByEmail(email) {
      const found = await accounts()
        .select('accounts.password_hash as passwordHash')
        .where('accounts.email', '=', email)
        .executeTakeFirst();
      if (!found) return null;
      const { organisation, passwordHash, ...account } = found;
      return { actor: actorOf(account), organisation, passwordHash };
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
        .where('sessions.token_hash', '=', tokenHash)
        .executeTakeFirst();
      if (!found) return null;
      const { organisation, signedInAt, lastSeenAt, ...account } = found;
      return { actor: actorOf(account), organisation, signedInAt, lastSeenAt };
    },

    async addSession(tokenHash, accountId, signedInAt) {
      const times = { signed_in_at: signedInAt, last_seen_at: signedInAt };
      await tx
        .insertInto('sessions')
        .values({ token_hash: tokenHash, account_id: accountId, ...times })
        .execute();
    },

    async noteSession(tokenHash, lastSeenAt) {
      await tx.updateTable('sessions').set({ last_seen_at: lastSeenAt }).where('token_hash', '=', tokenHash).execute();
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
      await tx.deleteFrom('sign_in_attempts').where('last_failed_at', '<=', forgottenSince(now)).execute();
    },

    async audit({ action, at, actor, accountId, details }) {
      const subject = `account:${accountId ?? 'unknown'}`;
      await appendAudit(tx, { chain: ACCESS_CHAIN, recordedAt: at, actor, action, subject, details });
    },
  };
}

function actorOf(account: Omit<Actor, 'rights'>): Actor {
  return { ...account, rights: rightsOf(account.role) };
}

function nameOf({ by, name }: AttemptSubject): string {
  return `${by}:${name}`;
}
