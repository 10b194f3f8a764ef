import { ok, refuse, type Result } from '../../shared/result.ts';
import { waitUntil, withOneLess, withOneMore } from '../domain/sign-in-throttle.ts';
import { actorUnder, type Account } from '../domain/membership.ts';
import type { AccessTransaction, AttemptSubject } from '../store/access-store.ts';
import type { AccessWork } from './access-work.ts';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** The network address of whoever asks. */
  readonly address: string;
  /** The session that the browser has so far, if any: it ends. */
  readonly earlierToken: string | null;
}

export type SignInRefusal =
  | { readonly code: 'wrong-email-or-password' }
  /** The password is right, and every membership of the account has ended. */
  | { readonly code: 'works-nowhere' }
  /** Too many attempts for this account or from this address: the password was not looked at. */
  | { readonly code: 'wait'; readonly until: Date };

export interface OpenedSession {
  /** The secret for the browser's cookie, which is new each time and stored nowhere. */
  readonly token: string;
  /** Whether its person works in several places, and has to say where they are working today. */
  readonly mustChoose: boolean;
}

/** Opens a session, under the membership of whoever has only one. */
export async function signIn(work: AccessWork, asked: SignIn): Promise<Result<OpenedSession, SignInRefusal>> {
  const email = asked.email.trim().toLowerCase();
  const subjects: AttemptSubject[] = [
    { by: 'account', name: email },
    { by: 'address', name: asked.address },
  ];
  const attempt = await work.store.within('sign-in', (access) => beginAttempt(access, subjects, work.clock()));
  if ('until' in attempt) {
    const { address } = asked;
    await work.store.within('sign-in', async (access) => {
      const accountId = (await access.accountByEmail(email))?.accountId ?? null;
      await access.audit({
        action: 'sign-in-throttled',
        at: work.clock(),
        actor: null,
        accountId,
        details: { address },
      });
    });
    return refuse({ code: 'wait', until: attempt.until });
  }
  // Outside a transaction: it takes a while on purpose. The attempt is counted already.
  const account = await work.store.within('sign-in', (access) => access.accountByEmail(email));
  const isRight = await work.isPassword(asked.password, account?.passwordHash ?? null);
  if (account === null || !isRight) return refuseAttempt(work, account, asked.address);
  return openSession(work, { account, asked, subjects });
}

/** Counts the attempt as a failed one, so that many made at the same moment cannot all slip through. */
async function beginAttempt(
  access: AccessTransaction,
  subjects: readonly AttemptSubject[],
  now: Date,
): Promise<{ until: Date } | { isAllowed: true }> {
  for (const subject of subjects) {
    const until = waitUntil(subject.by, await access.attempts(subject), now);
    if (until) return { until };
  }
  for (const subject of subjects) {
    await access.saveAttempts(subject, withOneMore(await access.attempts(subject), now));
  }
  return { isAllowed: true };
}

async function refuseAttempt(
  work: AccessWork,
  account: Account | null,
  address: string,
): Promise<Result<never, SignInRefusal>> {
  const accountId = account?.accountId ?? null;
  await work.store.within('sign-in', (access) =>
    access.audit({ action: 'sign-in-failed', at: work.clock(), actor: null, accountId, details: { address } }),
  );
  return refuse({ code: 'wrong-email-or-password' });
}

interface RightAttempt {
  readonly account: Account;
  readonly asked: SignIn;
  readonly subjects: readonly AttemptSubject[];
}

async function openSession(
  work: AccessWork,
  { account, asked, subjects }: RightAttempt,
): Promise<Result<OpenedSession, SignInRefusal>> {
  const { accountId, memberships } = account;
  const [membership, ...others] = memberships;
  const mustChoose = others.length > 0;
  const token = work.newToken();
  return work.store.within('sign-in', async (access) => {
    const at = work.clock();
    for (const subject of subjects) await settleAttempts(access, subject);
    await access.tidy(at);
    if (asked.earlierToken !== null) await access.removeSession(work.hashOfToken(asked.earlierToken));
    const { address } = asked;
    if (membership === undefined) {
      await access.audit({ action: 'sign-in-failed', at, actor: null, accountId, details: { address } });
      return refuse({ code: 'works-nowhere' });
    }
    const session = { accountId, membershipId: mustChoose ? null : membership.id, signedInAt: at, lastSeenAt: at };
    await access.addSession(work.hashOfToken(token), session);
    const actor = mustChoose ? null : actorUnder(account, membership);
    await access.audit({ action: 'signed-in', at, actor, accountId, details: { address } });
    return ok({ token, mustChoose });
  });
}

/** An account begins afresh; of an address only this attempt is taken back, as others there may still be guessing. */
async function settleAttempts(access: AccessTransaction, subject: AttemptSubject): Promise<void> {
  // Read for both, as reading locks them in the order of every attempt: two at the same moment wait, and neither fails.
  const attempts = await access.attempts(subject);
  const left = subject.by === 'account' ? null : withOneLess(attempts);
  await (left === null ? access.forgetAttempts(subject) : access.saveAttempts(subject, left));
}
