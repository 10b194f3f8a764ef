import { ok, refuse, type Result } from '../../shared/result.ts';
import { datedByNow, waitUntil, withOneMore } from '../domain/sign-in-throttle.ts';
import { isAlive } from '../domain/session-life.ts';
import type { AccessTransaction, AttemptSubject, Session } from '../store/access-store.ts';
import type { AccessWork } from './access-work.ts';

export interface ProvePassword {
  /** The secret of the session. */
  readonly token: string;
  readonly password: string;
  /** The route of the form that asks for it. */
  readonly page: string;
}

export type ProofRefusal =
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'wrong-password' }
  /** Too many wrong ones: the password was not looked at. */
  | { readonly code: 'wait'; readonly until: Date };

export interface Proof {
  readonly session: Session;
  readonly email: string;
  readonly passwordHash: string;
}

/** Whoever has signed in proves again that it is they who sit there. Wrong passwords are counted as at signing in. */
export async function provePassword(
  work: AccessWork,
  { token, password, page }: ProvePassword,
): Promise<Result<Proof, ProofRefusal>> {
  const tokenHash = work.hashOfToken(token);
  const begun = await work.store.within('sign-in', (access) => beginProof(access, work, tokenHash));
  if (!begun.ok) return begun;
  const { session, passwordHash } = begun.value;
  const isRight = await work.isPassword(password, passwordHash);
  return work.store.within('sign-in', async (access) => {
    const { accountId } = session.account;
    const at = work.clock();
    const entry = { at, actor: null, accountId, details: { page } };
    if (!isRight) {
      await access.audit({ action: 'password-not-proved', ...entry });
      return refuse({ code: 'wrong-password' });
    }
    await access.forgetAttempts(subjectOf(accountId));
    await access.noteProof(tokenHash, at);
    await access.audit({ action: 'password-proved', ...entry });
    return begun;
  });
}

async function beginProof(
  access: AccessTransaction,
  work: AccessWork,
  tokenHash: Uint8Array,
): Promise<Result<Proof, ProofRefusal>> {
  const session = await access.session(tokenHash);
  if (session === null || !isAlive(session, work.clock())) return refuse({ code: 'not-signed-in' });
  const { accountId } = session.account;
  const subject = subjectOf(accountId);
  const stored = await access.attempts(subject);
  const now = await access.now();
  const attempts = datedByNow(stored, now);
  const until = waitUntil('proof', attempts, now);
  await access.saveAttempts(subject, until === null || attempts === null ? withOneMore(attempts, now) : attempts);
  if (until !== null)
    return refuse({ code: 'wait', until: new Date(work.clock().getTime() + until.getTime() - now.getTime()) });
  const account = await access.signInOf(accountId);
  return account === null ? refuse({ code: 'not-signed-in' }) : ok({ session, ...account });
}

function subjectOf(accountId: string): AttemptSubject {
  return { by: 'proof', name: accountId };
}
