import type { Actor } from '../domain/actor.ts';
import { isAlive, isWorthNoting } from '../domain/session-life.ts';
import type { AccessWork } from './access-work.ts';

/** Somebody who has signed in, with the name of the force or provider they belong to. */
export interface SignedIn {
  readonly actor: Actor;
  readonly organisation: string;
}

/** Who is signed in with this token; null where nobody is, or not any more. */
export async function readSession(work: AccessWork, token: string): Promise<SignedIn | null> {
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
    return { actor: session.actor, organisation: session.organisation };
  });
}
