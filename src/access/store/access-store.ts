import type { Actor } from '../domain/actor.ts';
import type { Look } from '../domain/look.ts';
import type { Account, Membership } from '../domain/membership.ts';
import type { SessionTimes } from '../domain/session-life.ts';
import type { Attempts, ThrottledBy } from '../domain/sign-in-throttle.ts';

export interface AccountWithPassword extends Account {
  readonly mustChangePassword: boolean;
  readonly passwordHash: string;
}

/** What the owner of a session knows it by. */
interface SessionWords {
  /** Null for a session from before it was kept. */
  readonly address: string | null;
  /** As `Firefox on Windows`. */
  readonly browser: string | null;
}

/** A session as its owner sees it in a list. */
export interface KnownSession extends SessionTimes, SessionWords {
  readonly id: string;
}

export interface Session extends KnownSession {
  /** When its password was last asked for, and was right. */
  readonly provedAt: Date;
  /** Whether the password was somebody else's choice: nothing else is open until it is changed. */
  readonly mustChangePassword: boolean;
  readonly account: Account;
  /** Where its person works today; null until they have said so. */
  readonly membership: Membership | null;
}

export interface NewSession extends SessionTimes, SessionWords {
  readonly provedAt: Date;
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
  readonly action:
    | 'signed-in'
    | 'sign-in-failed'
    | 'sign-in-throttled'
    | 'membership-chosen'
    | 'signed-out'
    | 'password-proved'
    | 'password-not-proved'
    | 'password-changed'
    | 'session-ended'
    | 'sessions-ended';
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
  noteProof(tokenHash: Uint8Array, provedAt: Date): Promise<void>;
  removeSession(tokenHash: Uint8Array): Promise<void>;
  sessionsOf(accountId: string): Promise<readonly KnownSession[]>;
  /** False where the account has no such session. */
  removeOwnSession(accountId: string, sessionId: string): Promise<boolean>;
  /** Removes the sessions of an account but one. Answers how many there were. */
  removeSessionsBeside(accountId: string, sessionId: string): Promise<number>;
  /** What an account signs in with. */
  signInOf(accountId: string): Promise<{ readonly email: string; readonly passwordHash: string } | null>;
  /** False where the password is not `from` any more. */
  changePassword(accountId: string, hashes: { readonly from: string; readonly to: string }): Promise<boolean>;
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
