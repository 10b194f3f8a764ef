import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Instant } from './author.ts';
import type { ChangedVerdict, Condition, EventData, Offence, StepDose, WhoseDoing } from './case-event.ts';
import type { RecordedDecision, RecordedFacts } from '../../triage/domain/index.ts';

/** A verdict that amended facts have turned. */
export interface TurnedVerdict extends ChangedVerdict {
  /** The facts that were amended while it turned. */
  readonly because: readonly string[];
  /** Whether somebody has let the case go on all the same. */
  readonly isConfirmed: boolean;
}

/** What the police hold from the triage on. A provider never has it. */
export interface CaseRecord {
  readonly force: string;
  readonly triagedAt: Instant;
  /** The day the decisions were made for. */
  readonly triagedOn: CalendarDay;
  /** As they now stand, amendments in. */
  readonly facts: RecordedFacts;
  /** What the person preferred not to say, until it is known after all. */
  readonly declined: readonly string[];
  /** What was answered by our records, which show nothing, until it is said otherwise. */
  readonly fromRecords: readonly string[];
  readonly offence: Offence;
  /** As first decided, or as decided again; nothing else changes them. */
  readonly decisions: readonly RecordedDecision[];
  /**
   * The verdicts that the case rests on: those of the decisions that stood when a scheme was offered. Deciding again after
   * that does not change them, so that a verdict that has turned since stays turned.
   */
  readonly restsOn: readonly Pick<RecordedDecision, 'scheme' | 'verdict'>[];
  /** Latest last; for each scheme the last one counts. */
  readonly overrides: readonly EventData['decision-overridden'][];
  /** The outcome that was given while the activity goes on; null where none was, or it was taken back. */
  readonly outcomeGiven: EventData['outcome-given'] | null;
  /** That the youth justice service was told of a child; null where nobody has said so. */
  readonly youthJusticeTold: EventData['youth-justice-told'] | null;
  /** What the verdicts would now be, were they taken again: what rests on them stops until somebody settles it. */
  readonly changedVerdicts: readonly TurnedVerdict[];
}

export type Offer = EventData['scheme-offered'] & { readonly at: Instant };
export type Acceptance = EventData['offer-accepted'] & { readonly at: Instant };
export type Agreement = Pick<EventData['agreement-signed'], 'conditions' | 'signedOn'>;
export type Referral = EventData['person-referred'] & { readonly at: Instant };

/** What became of an appointment. */
export type AppointmentFate =
  | { readonly is: 'to-come' }
  | { readonly is: 'superseded'; readonly by: string; readonly whose: WhoseDoing }
  | { readonly is: 'cancelled'; readonly whose: WhoseDoing }
  /** `contactAt`: when the person was met. */
  | { readonly is: 'kept'; readonly contactAt: Instant }
  | { readonly is: 'late'; readonly whose: WhoseDoing; readonly contactAt: Instant }
  | { readonly is: 'missed'; readonly whose: WhoseDoing };

export interface Appointment {
  readonly id: string;
  readonly step: string;
  readonly startsAt: Instant;
  readonly fate: AppointmentFate;
}

/** What goes on between the person and the provider. */
export interface Engagement {
  readonly acceptedAt: Instant;
  /** The first contact of an earlier referral; null where there was none. */
  readonly contactedBeforeAt: Instant | null;
  readonly appointments: readonly Appointment[];
  readonly contactAttempts: readonly { readonly at: Instant; readonly reached: boolean }[];
  /** Rungs of the breach ladder taken so far, in order. */
  readonly breaches: readonly string[];
}

/** Kept from the offer on. */
interface Offered {
  readonly record: CaseRecord;
  readonly offer: Offer;
}

interface Accepted extends Offered {
  readonly acceptance: Acceptance;
  /** Null until signed. */
  readonly agreement: Agreement | null;
  /** When the clock to first contact stopped; null while it runs. It outlives a rejected referral. */
  readonly firstContactAt: Instant | null;
}

interface Referred extends Accepted {
  readonly referral: Referral;
}

interface Engaged extends Referred {
  readonly engagement: Engagement;
}

export type TriagedCase = { readonly status: 'triaged'; readonly record: CaseRecord };
export type OfferedCase = Offered & { readonly status: 'offered' };
export type ReturnedCase = Offered & { readonly status: 'returned'; readonly declinedReason: string };
export type AcceptedCase = Accepted & { readonly status: 'accepted' };
/** `booked`: the place that the police booked before the provider answered; null where there is none. */
export type ReferredCase = Referred & { readonly status: 'referred'; readonly booked: Appointment | null };
export type SentBackCase = Referred & {
  readonly status: 'sent-back';
  readonly rejection: EventData['referral-rejected'];
};
export type EngagingCase = Engaged & { readonly status: 'engaging' };
export type CompletedCase = Engaged & {
  readonly status: 'completed';
  readonly dose: readonly StepDose[];
};
export type NotCompletedCase = Engaged & {
  readonly status: 'not-completed';
  readonly ending: EventData['activity-not-completed'];
};

export type OpenCase =
  | TriagedCase
  | OfferedCase
  | ReturnedCase
  | AcceptedCase
  | ReferredCase
  | SentBackCase
  | EngagingCase
  | CompletedCase
  | NotCompletedCase;

/** The events that close a case. */
export type ClosingType =
  'outcome-recorded' | 'closed-with-outcome' | 'returned-for-prosecution' | 'no-further-consequence' | 'case-withdrawn';

/** How a case ended: what the closing event held. */
export type Closing = {
  [T in ClosingType]: { readonly how: T; readonly at: Instant } & EventData[T];
}[ClosingType];

/** A closed case keeps the case it was, so that reopening goes back there. */
export interface ClosedCase {
  readonly status: 'closed';
  readonly closing: Closing;
  readonly before: OpenCase;
}

/** Where a case stands. Each status carries what must be there by then, and nothing that can't be. */
export type CaseState = OpenCase | ClosedCase;

export type CaseStatus = CaseState['status'];
export type CaseIn<S extends CaseStatus> = Extract<CaseState, { readonly status: S }>;

/** A condition as the case now has it, by id. */
export function conditionById(agreement: Agreement | null, id: string): Condition | null {
  return agreement?.conditions.find((condition) => condition.id === id) ?? null;
}

/** What the police hold, wherever the case stands. */
export function recordOf(state: CaseState): CaseRecord {
  return state.status === 'closed' ? state.before.record : state.record;
}

/** The statuses between referral and the end of the activity: those that a provider has a side of. */
export type ProviderSideStatus = 'referred' | 'sent-back' | 'engaging' | 'completed' | 'not-completed';

/**
 * A case as its provider has it: the referral and what followed, without what the police hold. Every referred case is
 * one; a provider's own is made from the hand-over.
 */
export type ProviderSideOf<S extends ProviderSideStatus> = S extends ProviderSideStatus
  ? Omit<CaseIn<S>, 'record' | 'offer' | 'acceptance'>
  : never;
export type ProviderSide = ProviderSideOf<ProviderSideStatus>;

/** The appointments of a case once it has any, the place that was booked with its referral among them; null before. */
export function appointmentsOf(side: OpenCase | ProviderSide): readonly Appointment[] | null {
  if ('engagement' in side) return side.engagement.appointments;
  return 'booked' in side && side.booked !== null ? [side.booked] : null;
}
