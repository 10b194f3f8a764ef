/**
 * How long to wait between attempts to sign in, so that passwords cannot be guessed. Nobody is locked out for good:
 * that would let anybody lock out anybody.
 *
 * An account may be tried 5 times, then after 1, 2, 4, 8 and from then on 15 minutes. An address may be tried from 30
 * times (a whole station shares one), then every 5 minutes. An hour without an attempt, all is forgotten.
 */
export type ThrottledBy = 'account' | 'address';

export interface Attempts {
  readonly failures: number;
  readonly lastFailedAt: Date;
}

const MINUTE_MS = 60_000;
const FORGOTTEN_AFTER_MS = 60 * MINUTE_MS;
const FREE_ATTEMPTS = { account: 5, address: 30 };
const LONGEST_ACCOUNT_WAIT_MINUTES = 15;
const ADDRESS_WAIT_MINUTES = 5;

/** The moment from which the next attempt is allowed, or null where it is allowed at `now`. */
export function waitUntil(by: ThrottledBy, attempts: Attempts | null, now: Date): Date | null {
  if (attempts === null || isForgotten(attempts, now)) return null;
  const beyond = attempts.failures - FREE_ATTEMPTS[by];
  if (beyond < 0) return null;
  const minutes = by === 'account' ? Math.min(2 ** beyond, LONGEST_ACCOUNT_WAIT_MINUTES) : ADDRESS_WAIT_MINUTES;
  const until = new Date(attempts.lastFailedAt.getTime() + minutes * MINUTE_MS);
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

/** Attempts made at this moment or before no longer count. */
export function forgottenSince(now: Date): Date {
  return new Date(now.getTime() - FORGOTTEN_AFTER_MS);
}

function isForgotten(attempts: Attempts, now: Date): boolean {
  return attempts.lastFailedAt <= forgottenSince(now);
}
