import { ok, refuse, type Result } from '../../shared/result.ts';
import { endedByAnother } from '../domain/session-life.ts';
import { datedByNow, waitUntil, withOneLess, withOneMore, type ThrottledBy } from '../domain/sign-in-throttle.ts';
import { actorUnder, type Account } from '../domain/membership.ts';
import type { AccessTransaction, AccountWithPassword, AttemptSubject } from '../store/access-store.ts';
import type { AccessWork } from './access-work.ts';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** The network address of whoever asks. */
  readonly address: string;
  /** What the address is counted under. */
  readonly network: string;
  /** As whom somebody has signed in with this browser before: what it is known by, under the id of each account. */
  readonly knownAs: ReadonlyMap<string, string>;
  /** The browser in words. */
  readonly browser: string;
  /** The session that the browser has so far, if any: it ends. */
  readonly earlierToken: string | null;
}

export type SignInRefusal =
  | { readonly code: 'wrong-email-or-password' }
  /** The password is right, and every membership of the account has ended. */
  | { readonly code: 'works-nowhere' }
  /** Too many attempts: the password was not looked at. */
  | { readonly code: 'wait'; readonly until: Date };

export interface OpenedSession {
  /** The secret for the browser's cookie, which is new each time and stored nowhere. */
  readonly token: string;
  readonly accountId: string;
  /** Whether the password was somebody else's choice, and has to be changed first. */
  readonly mustChangePassword: boolean;
  /** Whether its person works in several places, and has to say where they are working today. */
  readonly mustChoose: boolean;
}

/** Opens a session, under the membership of whoever has only one. */
export async function signIn(work: AccessWork, asked: SignIn): Promise<Result<OpenedSession, SignInRefusal>> {
  const [known] = asked.knownAs.values();
  const admission = work.gate.enter({ key: known ?? asked.network, isKnown: known !== undefined });
  if ('waitMs' in admission) {
    if (admission.isFirst)
      await work.store.within('sign-in', (access) => recordThrottled(access, work, { asked, by: 'flood' }));
    return refuse({ code: 'wait', until: new Date(work.clock().getTime() + admission.waitMs) });
  }
  try {
    return await attempt(work, asked);
  } finally {
    admission.leave();
  }
}

async function attempt(work: AccessWork, asked: SignIn): Promise<Result<OpenedSession, SignInRefusal>> {
  const begun = await work.store.within('sign-in', (access) => beginAttempt(access, work, asked));
  if ('waitMs' in begun) return refuse({ code: 'wait', until: new Date(work.clock().getTime() + begun.waitMs) });
  const { account, subjects } = begun;
  // Outside a transaction: it takes a while on purpose. The attempt is counted already.
  const isRight = await work.isPassword(asked.password, account?.passwordHash ?? null);
  if (account === null || !isRight) return refuseAttempt(work, account, asked.address);
  return openSession(work, { account, asked, subjects });
}

type Begun =
  { readonly waitMs: number } | { readonly account: AccountWithPassword | null; readonly subjects: AttemptSubject[] };

/** Counts the attempt as a failed one, so that many made at the same moment cannot all slip through. */
async function beginAttempt(access: AccessTransaction, work: AccessWork, asked: SignIn): Promise<Begun> {
  const email = emailOf(asked);
  const account = await access.accountByEmail(email);
  const subjects = subjectsOf(asked, account);
  const counted = [];
  for (const subject of subjects) {
    // Read before the moment is asked for: reading waits for those who are counted at this moment, too.
    const attempts = await access.attempts(subject);
    const now = await access.now();
    const dated = datedByNow(attempts, now);
    const until = waitUntil(subject.by, dated, now);
    counted.push({ subject, attempts: withOneMore(dated, now) });
    if (until === null) continue;
    if (dated !== null && dated !== attempts) await access.saveAttempts(subject, dated);
    await recordThrottled(access, work, { asked, by: subject.by, accountId: account?.accountId });
    return { waitMs: until.getTime() - now.getTime() };
  }
  for (const { subject, attempts } of counted) await access.saveAttempts(subject, attempts);
  return { account, subjects };
}

/** In the order in which all attempts read and lock them. */
function subjectsOf(asked: SignIn, account: Account | null): AttemptSubject[] {
  const browser = account === null ? undefined : asked.knownAs.get(account.accountId);
  if (account !== null && browser !== undefined) return [{ by: 'browser', name: `${account.accountId} ${browser}` }];
  const email = emailOf(asked);
  return [
    { by: 'account-here', name: `${email} ${asked.network}` },
    { by: 'account', name: email },
    { by: 'network', name: asked.network },
  ];
}

function emailOf({ email }: SignIn): string {
  return email.trim().toLowerCase();
}

interface Throttled {
  readonly asked: SignIn;
  readonly by: ThrottledBy | 'flood';
  readonly accountId?: string | undefined;
}

async function recordThrottled(
  access: AccessTransaction,
  work: AccessWork,
  { asked: { address }, by, accountId }: Throttled,
): Promise<void> {
  const entry = { at: work.clock(), actor: null, accountId: accountId ?? null };
  await access.audit({ action: 'sign-in-throttled', ...entry, details: { address, by } });
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
  readonly account: AccountWithPassword;
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
    const { address, browser } = asked;
    if (membership === undefined) {
      await access.audit({ action: 'sign-in-failed', at, actor: null, accountId, details: { address } });
      return refuse({ code: 'works-nowhere' });
    }
    const membershipId = mustChoose ? null : membership.id;
    const session = { accountId, membershipId, signedInAt: at, lastSeenAt: at, provedAt: at, address, browser };
    for (const { id } of endedByAnother(await access.sessionsOf(accountId))) {
      await access.removeOwnSession(accountId, id);
      await access.audit({ action: 'session-ended', at, actor: null, accountId, details: { session: id } });
    }
    await access.addSession(work.hashOfToken(token), session);
    const actor = mustChoose ? null : actorUnder(account, membership);
    await access.audit({ action: 'signed-in', at, actor, accountId, details: { address } });
    return ok({ token, accountId, mustChangePassword: account.mustChangePassword, mustChoose });
  });
}

/**
 * Whoever has proved who they are begins afresh, here. Of what is counted over others too only this attempt is taken back:
 * they may still be guessing.
 */
async function settleAttempts(access: AccessTransaction, subject: AttemptSubject): Promise<void> {
  // Read for all, as reading locks them in the order of every attempt: two at the same moment wait, and neither fails.
  const attempts = await access.attempts(subject);
  const isTheirs = subject.by === 'browser' || subject.by === 'account-here';
  const left = isTheirs ? null : withOneLess(attempts);
  await (left === null ? access.forgetAttempts(subject) : access.saveAttempts(subject, left));
}
