import type { Actor } from '../domain/actor.ts';
import { actorUnder, type Account } from '../domain/membership.ts';
import { isAlive, isWorthNoting } from '../domain/session-life.ts';
import type { AccessWork } from './access-work.ts';

/** Somebody who has signed in, and acts for one of the organisations they work in. */
export interface SignedIn {
  readonly actor: Actor;
  readonly organisation: string;
  /** Everywhere else that they could say they are working. */
  readonly account: Account;
  /** When they last proved who they are. */
  readonly provedAt: Date;
}

/** Somebody who has signed in and not yet said where they are working today, or chosen a password of their own. Nothing is open to them until then. */
export interface ToChoose {
  readonly actor: null;
  readonly account: Account;
  readonly mustChangePassword: boolean;
}

/** Who is signed in with this token; null where nobody is, or not any more. */
export async function readSession(work: AccessWork, token: string): Promise<SignedIn | ToChoose | null> {
  const tokenHash = work.hashOfToken(token);
  const now = work.clock();
  return work.store.within('read-session', async (access) => {
    const session = await access.session(tokenHash);
    if (session === null) return null;
    if (!isAlive(session, now)) {
      await access.removeSession(tokenHash);
      return null;
    }
    if (isWorthNoting(session, now)) await access.noteSession(tokenHash, now);
    const { account, membership, mustChangePassword, provedAt } = session;
    if (membership === null || mustChangePassword) return { actor: null, account, mustChangePassword };
    const { organisation } = membership;
    return { actor: actorUnder(account, membership), organisation, account, provedAt };
  });
}
