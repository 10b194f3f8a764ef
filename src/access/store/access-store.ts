import type { Actor } from '../domain/actor.ts';
import type { Look } from '../domain/look.ts';
import type { Account, Membership } from '../domain/membership.ts';
import type { SessionTimes } from '../domain/session-life.ts';
import type { Attempts, ThrottledBy } from '../domain/sign-in-throttle.ts';

export interface AccountWithPassword extends Account {
  readonly passwordHash: string;
}

export interface Session extends SessionTimes {
  readonly account: Account;
  /** Where its person works today; null until they have said so. */
  readonly membership: Membership | null;
}

export interface NewSession extends SessionTimes {
  readonly accountId: string;
  readonly membershipId: string | null;
}

/** What an attempt to sign in is counted under, such as the email address that was typed, or a network. */
export interface AttemptSubject {
  readonly by: ThrottledBy;
  readonly name: string;
}

/** Something about signing in or out, in the audit record. */
export interface AccessAudit {
  readonly action: 'signed-in' | 'sign-in-failed' | 'sign-in-throttled' | 'membership-chosen' | 'signed-out';
  readonly at: Date;
  /** Whoever did it; null where that is not known, as when a password was wrong, or they have not said where they work. */
  readonly actor: Actor | null;
  /** Whose account it is about; null where there is none of that name. */
  readonly accountId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a use-case may do in its one transaction. Accounts that are disabled, and memberships that ended, are not there. */
export interface AccessTransaction {
  /** The moment at the database, which is one for all programs that use it. */
  now(): Promise<Date>;
  accountByEmail(email: string): Promise<AccountWithPassword | null>;
  /** Locked until the transaction ends, so that attempts made at the same moment are counted one by one. */
  attempts(subject: AttemptSubject): Promise<Attempts | null>;
  saveAttempts(subject: AttemptSubject, attempts: Attempts): Promise<void>;
  forgetAttempts(subject: AttemptSubject): Promise<void>;
  session(tokenHash: Uint8Array): Promise<Session | null>;
  addSession(tokenHash: Uint8Array, session: NewSession): Promise<void>;
  noteSession(tokenHash: Uint8Array, lastSeenAt: Date): Promise<void>;
  removeSession(tokenHash: Uint8Array): Promise<void>;
  /** Removes the sessions that are over at `now`, and the attempts that no longer count. */
  tidy(now: Date): Promise<void>;
  audit(entry: AccessAudit): Promise<void>;
}

/** Where accounts and sessions are kept. */
export interface AccessStore {
  /** One transaction: all of it is kept, or nothing. */
  within<Answer>(
    purpose: 'sign-in' | 'read-session',
    work: (access: AccessTransaction) => Promise<Answer>,
  ): Promise<Answer>;
  /** Enters what somebody was shown or refused, in their own rights. */
  recordLook(actor: Actor, look: Look & { readonly at: Date }): Promise<void>;
}
