import { actorUnder } from '../domain/membership.ts';
import type { AccessWork } from './access-work.ts';

/** Ends a session at once, for every window that uses it. A session that is over already is no fault. */
export async function signOut(work: AccessWork, token: string): Promise<void> {
  const tokenHash = work.hashOfToken(token);
  await work.store.within('sign-in', async (access) => {
    const session = await access.session(tokenHash);
    if (session === null) return;
    await access.removeSession(tokenHash);
    const { account, membership } = session;
    const { accountId } = account;
    const actor = membership && actorUnder(account, membership);
    await access.audit({ action: 'signed-out', at: work.clock(), actor, accountId, details: {} });
  });
}
