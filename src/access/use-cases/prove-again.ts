import { ok, refuse, type Result } from '../../shared/result.ts';
import type { AccessWork } from './access-work.ts';
import { provePassword, type ProofRefusal, type ProvePassword } from './prove-password.ts';

/**
 * Whoever has signed in proves again that it is they who sit there, and their session gets a new secret: the one that it had
 * until now, which somebody else may have, is worth nothing any more.
 */
export async function proveAgain(
  work: AccessWork,
  asked: ProvePassword,
): Promise<Result<{ readonly token: string }, ProofRefusal>> {
  const proof = await provePassword(work, asked);
  if (!proof.ok) return proof;
  const token = work.newToken();
  return work.store.within('sign-in', async (access) => {
    const tokenHash = work.hashOfToken(asked.token);
    const session = await access.session(tokenHash);
    if (session === null) return refuse({ code: 'not-signed-in' });
    await access.removeSession(tokenHash);
    const { signedInAt, address, browser, account, membership } = session;
    const at = work.clock();
    await access.addSession(work.hashOfToken(token), {
      ...{ accountId: account.accountId, membershipId: membership?.id ?? null },
      ...{ signedInAt, lastSeenAt: at, provedAt: at, address, browser },
    });
    return ok({ token });
  });
}
