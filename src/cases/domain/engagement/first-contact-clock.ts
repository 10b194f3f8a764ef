import type { Instant } from '../author.ts';
import type { CaseState } from '../case-state.ts';

/** The time from accepting the offer to the first contact with the provider. It runs until `stoppedAt` is there. */
export interface FirstContactClock {
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  /** Whole hours on the clock at the instant asked about, or when it stopped. */
  readonly hours: number;
}

const MILLISECONDS_PER_HOUR = 3_600_000;

/** The clock from its ends: `endedAt` is where it stands still though nothing stopped it, null while it may run. */
export function clockFrom(
  { startedAt, stoppedAt, endedAt }: { startedAt: Instant; stoppedAt: Instant | null; endedAt: Instant | null },
  now: Instant,
): FirstContactClock {
  const end = stoppedAt ?? endedAt ?? now;
  return { startedAt, stoppedAt, hours: Math.floor((Date.parse(end) - Date.parse(startedAt)) / MILLISECONDS_PER_HOUR) };
}

/**
 * The clock everybody watches: from `offer-accepted` to the first appointment the person came to, or the first attempt
 * that reached them. Null before the offer is accepted. It runs on through a rejected referral, and a case that closes
 * without contact stops it at nothing: the hours to the closing are kept. Thames Valley lost 55% of eligible people
 * here [S-PI, S-RC].
 */
export function firstContactClock(state: CaseState, now: Instant): FirstContactClock | null {
  const open = state.status === 'closed' ? state.before : state;
  if (!('acceptance' in open)) return null;
  const endedAt = state.status === 'closed' ? state.closing.at : null;
  return clockFrom({ startedAt: open.acceptance.at, stoppedAt: open.firstContactAt, endedAt }, now);
}
