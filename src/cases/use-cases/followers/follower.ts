import type { CaseEvent, NumberedEvent } from '../../domain/case-event.ts';
import type { CaseState, ProviderSide } from '../../domain/case-state.ts';
import type { CaseFile, CaseTransaction, ReferralFile } from '../../store/case-store.ts';

/** A case as the police have it: the whole of it. */
export interface PoliceCase<State = CaseState> {
  readonly side: 'police';
  readonly file: CaseFile;
  readonly state: State;
}

/** A case as its provider has it: what was handed over, and its own side. */
export interface ProviderCase {
  readonly side: 'provider';
  readonly referral: ReferralFile;
  readonly state: ProviderSide;
}

/** An event that has just been appended to a case's log, and the case after it. */
export interface RecordedEvent extends NumberedEvent {
  readonly caseId: string;
  readonly force: string;
  readonly event: CaseEvent;
  readonly after: PoliceCase | ProviderCase;
}

/**
 * What follows an event, in the same transaction: called once for each event, in order. What it throws undoes the event
 * and everything else that followed.
 */
export type Follower = (cases: CaseTransaction, recorded: RecordedEvent) => Promise<void>;
