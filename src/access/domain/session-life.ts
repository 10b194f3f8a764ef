/** A session ends this long after its last request: long enough for a form, short enough for a shared computer. */
const IDLE_MINUTES = 30;
/** And at the latest this long after signing in: one shift. */
const LONGEST_HOURS = 12;

/** As many at once has one account; where one more begins, the one that was seen longest ago ends. Assumed: a desk, a car, a telephone, and some that were left. */
const SESSIONS_AT_ONCE = 10;

const MINUTE_MS = 60_000;
/** Each request would otherwise write to the database. */
const NOTED_EVERY_MS = MINUTE_MS;

/** So far the clocks of two programs may differ. What is dated later was written while a clock was wrong, and would never end. */
const CLOCKS_APART_MS = 5 * MINUTE_MS;

export interface SessionTimes {
  readonly signedInAt: Date;
  readonly lastSeenAt: Date;
}

/** Whether the session may still be used at `now`. */
export function isAlive(session: SessionTimes, now: Date): boolean {
  const { idleSince, signedInSince } = oldestAlive(now);
  const latest = new Date(now.getTime() + CLOCKS_APART_MS);
  if (session.signedInAt > latest || session.lastSeenAt > latest) return false;
  return session.lastSeenAt > idleSince && session.signedInAt > signedInSince;
}

/** Sessions last seen, or signed in, at these moments or before are over. */
export function oldestAlive(now: Date): { idleSince: Date; signedInSince: Date } {
  return {
    idleSince: new Date(now.getTime() - IDLE_MINUTES * MINUTE_MS),
    signedInSince: new Date(now.getTime() - LONGEST_HOURS * 60 * MINUTE_MS),
  };
}

/** Which of an account's sessions end where another one begins. */
export function endedByAnother<Session extends SessionTimes>(sessions: readonly Session[]): readonly Session[] {
  return sessions
    .toSorted((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime())
    .slice(SESSIONS_AT_ONCE - 1);
}

/** Whether a request at `now` is far enough from the last one noted to be noted itself. */
export function isWorthNoting(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= NOTED_EVERY_MS;
}
