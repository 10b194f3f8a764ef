import { isAlive } from '../domain/session-life.ts';
import type { KnownSession } from '../store/access-store.ts';
import type { AccessWork } from './access-work.ts';

export interface OwnSession extends KnownSession {
  /** Whether it is the one that asks. */
  readonly isThis: boolean;
}

/** Where somebody is signed in: this session first, then by when they were last seen. */
export async function listOwnSessions(work: AccessWork, token: string): Promise<readonly OwnSession[]> {
  return work.store.within('read-session', async (access) => {
    const own = await access.session(work.hashOfToken(token));
    if (own === null) return [];
    const sessions = await access.sessionsOf(own.account.accountId);
    return sessions
      .filter((session) => isAlive(session, work.clock()))
      .map((session) => ({ ...session, isThis: session.id === own.id }))
      .toSorted(
        (one, other) =>
          Number(other.isThis) - Number(one.isThis) || other.lastSeenAt.getTime() - one.lastSeenAt.getTime(),
      );
  });
}

/** Ends one of somebody's own sessions elsewhere. False where it is not theirs, is this one, or has ended already. */
export async function endOwnSession(work: AccessWork, token: string, sessionId: string): Promise<boolean> {
  return work.store.within('sign-in', async (access) => {
    const own = await access.session(work.hashOfToken(token));
    if (own === null || own.id === sessionId) return false;
    const { accountId } = own.account;
    if (!(await access.removeOwnSession(accountId, sessionId))) return false;
    const entry = { at: work.clock(), actor: null, accountId };
    await access.audit({ action: 'session-ended', ...entry, details: { session: sessionId } });
    return true;
  });
}

/** Ends all of somebody's own sessions but the one that asks. Answers how many there were. */
export async function endOtherSessions(work: AccessWork, token: string): Promise<number> {
  return work.store.within('sign-in', async (access) => {
    const own = await access.session(work.hashOfToken(token));
    if (own === null) return 0;
    const { accountId } = own.account;
    const sessionsEnded = await access.removeSessionsBeside(accountId, own.id);
    await access.audit({
      action: 'sessions-ended',
      at: work.clock(),
      actor: null,
      accountId,
      details: { sessionsEnded },
    });
    return sessionsEnded;
  });
}
