import type { Actor } from '../domain/actor.ts';
import type { SessionTimes } from '../domain/session-life.ts';
import type { Attempts, ThrottledBy } from '../domain/sign-in-throttle.ts';

/** Somebody who may sign in. */
export interface Account {
  readonly actor: Actor;
  /** The force's or provider's name. */
  readonly organisation: string;
  readonly passwordHash: string;
}

export interface Session extends SessionTimes {
  readonly actor: Actor;
  readonly organisation: string;
}

/** What an attempt to sign in is counted under: the email address that was typed, or the network address. */
export interface AttemptSubject {
  readonly by: ThrottledBy;
  readonly name: string;
}

/** Something about signing in or out, in the audit record. */
export interface AccessAudit {
  readonly action: 'signed-in' | 'sign-in-failed' | 'signed-out';
  readonly at: Date;
  /** Whoever did it; null where that is not known, as when a password was wrong. */
  readonly actor: Actor | null;
  /** Whose account it is about; null where there is none of that name. */
  readonly accountId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What a use-case may do in its one transaction. Accounts that are disabled are not there. */
export interface AccessTransaction {
  accountByEmail(email: string): Promise<Account | null>;
  /** Locked until the transaction ends, so that attempts made at the same moment are counted one by one. */
  attempts(subject: AttemptSubject): Promise<Attempts | null>;
  saveAttempts(subject: AttemptSubject, attempts: Attempts): Promise<void>;
  forgetAttempts(subject: AttemptSubject): Promise<void>;
  session(tokenHash: Uint8Array): Promise<Session | null>;
  addSession(tokenHash: Uint8Array, accountId: string, signedInAt: Date): Promise<void>;
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
}
