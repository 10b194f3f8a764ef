import type { EventData } from '../case-event.ts';
import type { OpenCase } from '../case-state.ts';

/** An outcome that was given on a day while the activity goes on, as it now stands. */
export type GivenOutcome = EventData['outcome-given'];

/** An outcome as lists show it: its type, or what it rests on where it has none. */
export type OutcomeInBrief = Pick<GivenOutcome, 'type' | 'legalBasis'>;

/** Where a case may be once nothing more is to come, so that the outcome that was given ends it. */
export type CaseWithGivenOutcome = Extract<
  OpenCase,
  { readonly status: 'accepted' | 'sent-back' | 'completed' | 'not-completed' }
>;
