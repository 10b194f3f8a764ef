/**
 * How long to wait between attempts to sign in, so that passwords cannot be guessed, and nobody can keep somebody else out
 * by failing on purpose.
 *
 * A browser in which somebody has signed in before is counted by itself, for that account, and by nothing else: what
 * strangers do elsewhere does not concern it. Any other attempt is counted three times: for the account from this network,
 * for the account from everywhere, and for the network, which a whole station may share. `limits` says how often each may
 * fail, and how long one waits from then on. An hour without an attempt, all is forgotten. The counts stand in the
 * database, in `sign_in_attempts`, and are locked while one is added: several programs count together.
 *
 * That an account fails 100 times at most is NIST SP 800-63B, 5.2.2; the other numbers are assumed.
 */
export type ThrottledBy = 'browser' | 'proof' | 'account-here' | 'account' | 'network';

export interface Attempts {
  readonly failures: number;
  readonly lastFailedAt: Date;
}

interface Limit {
  /** How many attempts may fail before anybody waits. */
  readonly free: number;
  /** What the next waits are, the last one for ever. */
  readonly minutes: readonly number[];
}

const doubled = { free: 5, minutes: [1, 2, 4, 8, 15] };
const limits: Readonly<Record<ThrottledBy, Limit>> = {
  browser: doubled,
  // Of whoever has signed in and is asked again.
  proof: doubled,
  'account-here': doubled,
  account: { free: 100, minutes: [5] },
  network: { free: 30, minutes: [5] },
};

const MINUTE_MS = 60_000;
const FORGOTTEN_AFTER_MS = 60 * MINUTE_MS;

/** The moment from which the next attempt is allowed, or null where it is allowed at `now`. */
export function waitUntil(by: ThrottledBy, attempts: Attempts | null, now: Date): Date | null {
  if (attempts === null || isForgotten(attempts, now)) return null;
  const { free, minutes } = limits[by];
  const beyond = attempts.failures - free;
  // Before those that are free are used up, there is nothing at this place of the list.
  const wait = minutes[Math.min(beyond, minutes.length - 1)] ?? 0;
  const until = new Date(attempts.lastFailedAt.getTime() + wait * MINUTE_MS);
  return until > now ? until : null;
}

/** The attempts with one more. It counts as failed until the password has proved right. */
export function withOneMore(attempts: Attempts | null, now: Date): Attempts {
  const earlier = attempts === null || isForgotten(attempts, now) ? 0 : attempts.failures;
  return { failures: earlier + 1, lastFailedAt: now };
}

/** The attempts without the one that proved right; null where none is left. */
export function withOneLess(attempts: Attempts | null): Attempts | null {
  if (attempts === null || attempts.failures <= 1) return null;
  return { ...attempts, failures: attempts.failures - 1 };
}

/**
 * Attempts dated after `now` were made while the clock was ahead: they count as made now, and nobody waits until the clock
 * has come to where it was.
 */
export function datedByNow(attempts: Attempts | null, now: Date): Attempts | null {
  if (attempts === null) return null;
  return { ...attempts, lastFailedAt: new Date(Math.min(attempts.lastFailedAt.getTime(), now.getTime())) };
}

/** Attempts made at this moment or before no longer count. */
export function forgottenSince(now: Date): Date {
  return new Date(now.getTime() - FORGOTTEN_AFTER_MS);
}

function isForgotten(attempts: Attempts, now: Date): boolean {
  return attempts.lastFailedAt <= forgottenSince(now);
}
