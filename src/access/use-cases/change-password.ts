import { ok, refuse, type Result } from '../../shared/result.ts';
import { passwordFault, type PasswordFault } from '../domain/password-fault.ts';
import type { AccessWork } from './access-work.ts';
import { provePassword, type ProofRefusal } from './prove-password.ts';

export interface ChangePassword {
  readonly token: string;
  readonly present: string;
  readonly wanted: string;
  readonly page: string;
}

export type ChangePasswordRefusal = ProofRefusal | PasswordFault | { readonly code: 'same-password' };

export interface ChangedPassword {
  /** The new secret of this session: every earlier one is worth nothing. */
  readonly token: string;
  /** How many sessions elsewhere ended by it. */
  readonly sessionsEnded: number;
}

/** Gives somebody the password that they chose, ends their other sessions, and gives this one a new secret. */
export async function changePassword(
  work: AccessWork,
  { token, present, wanted, page }: ChangePassword,
): Promise<Result<ChangedPassword, ChangePasswordRefusal>> {
  const proof = await provePassword(work, { token, password: present, page });
  if (!proof.ok) return proof;
  const { email, passwordHash, session } = proof.value;
  const { accountId, name, memberships } = session.account;
  if (wanted.normalize('NFKC') === present.normalize('NFKC')) return refuse({ code: 'same-password' });
  const known = [email, name, ...memberships.map(({ organisation }) => organisation)];
  const fault = await passwordFault(wanted, known, work.newPassword.guess);
  if (fault !== null) return refuse(fault);
  const newHash = await work.newPassword.hash(wanted);
  const newToken = work.newToken();
  return work.store.within('sign-in', async (access) => {
    const tokenHash = work.hashOfToken(token);
    const still = await access.session(tokenHash);
    if (still === null) return refuse({ code: 'not-signed-in' });
    // Somebody else may have set another since the present one proved right.
    if (!(await access.changePassword(accountId, { from: passwordHash, to: newHash })))
      return refuse({ code: 'wrong-password' });
    const sessionsEnded = await access.removeSessionsBeside(accountId, still.id);
    await access.removeSession(tokenHash);
    const { signedInAt, address, browser, membership } = still;
    const at = work.clock();
    await access.addSession(work.hashOfToken(newToken), {
      accountId,
      membershipId: membership?.id ?? null,
      signedInAt,
      lastSeenAt: at,
      provedAt: at,
      address,
      browser,
    });
    await access.audit({ action: 'password-changed', at, actor: null, accountId, details: { sessionsEnded } });
    return ok({ token: newToken, sessionsEnded });
  });
}
