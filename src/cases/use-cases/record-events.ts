import { CHAIN_START } from '../../audit/index.ts';
import type { Instant } from '../domain/author.ts';
import type { CaseEvent, NumberedEvent } from '../domain/case-event.ts';
import type { CaseState } from '../domain/case-state.ts';
import { evolve } from '../domain/evolve.ts';
import { evolveProviderSide, isProviderSideEvent } from '../domain/engagement/index.ts';
import { impossibleHistory } from '../domain/impossible-history.ts';
import type { CaseTransaction, LogEnd } from '../store/case-store.ts';
import type { CaseWork } from './case-work.ts';
import { auditEvent } from './followers/audit-event.ts';
import { carryToProvider } from './followers/carry-to-provider.ts';
import type { Follower, PoliceCase, ProviderCase } from './followers/follower.ts';
import { holdPlaces } from './followers/hold-places.ts';
import { saveProgress } from './followers/save-progress.ts';
import { saveReferral } from './followers/save-referral.ts';

/** What follows every event of a case: what lists show, the provider's side, the audit, and what was joined to them. */
export function followersOf({ followers = [] }: Pick<CaseWork, 'followers'>): readonly Follower[] {
  return [saveProgress, saveReferral, carryToProvider, holdPlaces, auditEvent, ...followers];
}

/** The end of a log that has not begun. */
export const emptyLog: LogEnd = { sequence: 0, hash: CHAIN_START, at: null };

/** A case before its next event, as whoever acts has it, and where its log ends. */
export interface CaseToRecord {
  readonly before: PoliceCase<CaseState | null> | ProviderCase;
  readonly end: LogEnd;
}

/**
 * Appends events to the log of a case, each with everything that follows from it, in the caller's transaction: all of it
 * is kept, or nothing. None is dated before the one before it. Answers where the log now ends. Nothing else appends to a case's log.
 */
export async function recordEvents(
  cases: CaseTransaction,
  { before, end }: CaseToRecord,
  events: readonly CaseEvent[],
  followers: readonly Follower[],
): Promise<LogEnd> {
  const { caseId, force } = before.side === 'police' ? before.file : before.referral;
  let standing = before;
  let newEnd = end;
  for (const decided of events) {
    const event = notBefore(newEnd.at, decided);
    newEnd = await cases.append({ caseId, force, end: newEnd }, event);
    const { sequence } = newEnd;
    const after = caseAfter(standing, { sequence, event });
    for (const follow of followers) await follow(cases, { caseId, force, sequence, event, after });
    standing = after;
  }
  return newEnd;
}

/**
 * The event, dated with the one before it where the clock was set back in between: waiting times and the order of what
 * is shown would else be turned round.
 */
function notBefore(last: Instant | null, event: CaseEvent): CaseEvent {
  return last !== null && event.at < last ? { ...event, at: last } : event;
}

function caseAfter(before: CaseToRecord['before'], numbered: NumberedEvent): PoliceCase | ProviderCase {
  const { sequence, event } = numbered;
  if (before.side === 'police') return { ...before, state: evolve(before.state, event) };
  if (!isProviderSideEvent(event)) throw impossibleHistory(before.state, event.type);
  const state = evolveProviderSide(before.state, event);
  const { referral } = before;
  const history = [...referral.history, numbered];
  // A rejected referral leaves nothing of the person behind.
  const handOver = state.status === 'sent-back' ? null : referral.handOver;
  return { ...before, state, referral: { ...referral, status: state.status, sequence, history, handOver } };
}
