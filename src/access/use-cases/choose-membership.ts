import { ok, refuse, type Result } from '../../shared/result.ts';
import { actorUnder } from '../domain/membership.ts';
import { isAlive } from '../domain/session-life.ts';
import type { AccessWork } from './access-work.ts';

export interface ChooseMembership {
  readonly token: string;
  readonly membershipId: string;
}

export interface ChooseMembershipRefusal {
  readonly code: 'not-signed-in' | 'not-your-membership';
}

/**
 * Says where somebody works from now on, in place of where they worked so far. The browser gets a new secret, as its
 * rights change; the session ends when it would have ended.
 */
export async function chooseMembership(
  work: AccessWork,
  { token, membershipId }: ChooseMembership,
): Promise<Result<{ readonly token: string }, ChooseMembershipRefusal>> {
  const tokenHash = work.hashOfToken(token);
  const newToken = work.newToken();
  const at = work.clock();
  return work.store.within('sign-in', async (access) => {
    const session = await access.session(tokenHash);
    if (session === null || !isAlive(session, at)) return refuse({ code: 'not-signed-in' });
    const { account, signedInAt, provedAt, address, browser } = session;
    const membership = account.memberships.find(({ id }) => id === membershipId);
    if (membership === undefined) return refuse({ code: 'not-your-membership' });
    const { accountId } = account;
    await access.removeSession(tokenHash);
    const opened = { accountId, membershipId, signedInAt, lastSeenAt: at, provedAt, address, browser };
    await access.addSession(work.hashOfToken(newToken), opened);
    const actor = actorUnder(account, membership);
    await access.audit({ action: 'membership-chosen', at, actor, accountId, details: { membership: membershipId } });
    return ok({ token: newToken });
  });
}
