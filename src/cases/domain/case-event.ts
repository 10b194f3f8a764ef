import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Author, Instant } from './author.ts';
import type { RecordedDecision, RecordedFacts, RecordedFactValue, Verdict } from './recorded-decision.ts';

/** How serious the law takes the offence to be: where it may be tried. */
export type ModeOfTrial = 'summary-only' | 'either-way' | 'indictable-only';

/** What the law needs to know of the offence beside the facts that schemes turn on. */
export interface Offence {
  readonly occurredOn: CalendarDay | null;
  /** Null where the officer has not said: then it follows from the offence group, where that settles it. */
  readonly modeOfTrial: ModeOfTrial | null;
}

/** What would happen to the person were nothing offered: the ceiling on what a failed diversion may lead to. */
export type OtherwiseConsequence =
  'prosecution' | 'caution' | 'penalty-notice' | 'community-resolution' | 'no-further-action';

export type ConsentGivenHow = 'in-writing' | 'on-screen' | 'spoken-and-recorded' | 'spoken';

/** One consent. Taking part and sharing are asked and answered apart. */
export interface Consent {
  readonly given: boolean;
  readonly how: ConsentGivenHow;
}

export interface AppropriateAdult {
  readonly name: string;
  readonly relationship: 'parent-or-guardian' | 'other-relative' | 'social-worker' | 'scheme-volunteer' | 'other-adult';
}

/** A condition the person agrees to. `kind` is a scheme's word for it, as `no-reoffending`. */
export interface Condition {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
}

export type RejectionReason =
  | 'no-capacity'
  | 'outside-our-area'
  | 'does-not-meet-our-criteria'
  | 'already-with-us'
  | 'needs-another-service'
  | 'too-great-a-risk'
  | 'other';

/** Whose doing a late or missed appointment was. */
export type WhoseDoing = 'person-acceptable' | 'person-not-acceptable' | 'logistics';

export type NotCompletedReason =
  | 'did-not-engage'
  | 'breached-the-agreement'
  | 'withdrew-consent'
  | 'offended-again'
  | 'moved-away'
  | 'too-unwell'
  | 'could-not-be-provided'
  | 'other';

/** Sessions planned and delivered for one step of the pathway. */
export interface StepDose {
  readonly step: string;
  readonly planned: number;
  readonly delivered: number;
}

/** What the coordinator relies on for the outcome, beside what the case already holds. */
export interface OutcomeBasis {
  /** Why this outcome, in words. */
  readonly rationale: string;
  readonly responsibilityAccepted: boolean;
  readonly evidenceSufficient: boolean;
  /** The person agrees to the disposal itself (a caution can't be given without). */
  readonly agreesToDisposal: boolean;
  readonly victim:
    | { readonly is: 'no-victim' }
    | { readonly is: 'consulted'; readonly view: string }
    | { readonly is: 'not-consulted' };
  /** A serious case in the force's policy, beyond what the gravity score says. */
  readonly serious: boolean;
  /** The inspector, or above, who authorised it; null where none has. */
  readonly inspector: string | null;
  /** Cautions of the Police, Crime, Sentencing and Courts Act 2022, not yet in force. */
  readonly pcscCaution: 'diversionary-caution' | 'community-caution' | null;
  /** Why another type than the scheme's own; null where it is the scheme's. */
  readonly departure: string | null;
}

export type WithdrawnReason =
  | { readonly is: 'opened-by-mistake' }
  | { readonly is: 'duplicate'; readonly ofCase: string }
  | { readonly is: 'died' }
  | { readonly is: 'moved-away' }
  | { readonly is: 'ineligible-on-new-facts' };

/** The last day on which a summary-only offence may be charged, and whether it had passed. */
export interface TimeLimitFlag {
  readonly applies: 'yes' | 'no' | 'not-known';
  readonly lastDay: CalendarDay | null;
  readonly passed: boolean;
}

/** A verdict that the amended facts would change: shown, never applied. */
export interface ChangedVerdict {
  readonly scheme: string;
  readonly from: Verdict;
  readonly to: Verdict;
}

interface NoData {
  readonly [none: string]: never;
}

/**
 * What each event holds. None holds the person's name or contact: those stand beside the log, where they can be
 * corrected. None of a provider's holds more than may cross to the police: notes stand in the provider's own records.
 */
export interface EventData {
  'person-triaged': {
    readonly force: string;
    readonly facts: RecordedFacts;
    readonly offence: Offence;
    readonly asOf: CalendarDay;
    readonly decisions: readonly RecordedDecision[];
  };
  'decision-overridden': {
    readonly scheme: string;
    readonly from: Verdict;
    readonly to: 'eligible' | 'ineligible';
    readonly reason: string;
    /** The inspector or prosecutor whose judgement it was, where the scheme asks for one. */
    readonly authority: string | null;
  };
  'scheme-offered': {
    readonly scheme: string;
    readonly schemeVersion: string;
    readonly overridden: boolean;
    /** 1 for the first time this person is offered this scheme, 2 for the second. */
    readonly time: number;
    readonly otherwise: OtherwiseConsequence;
  };
  'offer-declined': { readonly reason: string };
  'offer-accepted': {
    readonly takePart: Consent;
    readonly share: Consent;
    readonly appropriateAdult: AppropriateAdult | null;
  };
  'agreement-signed': {
    readonly conditions: readonly Condition[];
    readonly signedOn: CalendarDay;
    /** Consent to share given with the signature; null where it was not asked again. */
    readonly share: Consent | null;
  };
  'person-referred': {
    readonly referralId: string;
    readonly providerOrganisationId: string;
    readonly providerName: string;
    readonly serviceId: string;
    readonly serviceName: string;
  };
  'referral-rejected': { readonly reason: RejectionReason; readonly words: string };
  'referral-accepted': NoData;
  'contact-attempted': { readonly reached: boolean };
  'appointment-booked': { readonly appointmentId: string; readonly step: string; readonly startsAt: Instant };
  'appointment-moved': {
    readonly appointmentId: string;
    readonly supersededBy: string;
    readonly startsAt: Instant;
    readonly whose: WhoseDoing;
  };
  'appointment-kept': { readonly appointmentId: string };
  'appointment-late': { readonly appointmentId: string; readonly whose: WhoseDoing };
  'appointment-missed': { readonly appointmentId: string; readonly whose: WhoseDoing };
  'condition-varied': {
    readonly conditionId: string;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
    readonly proposedBy: Author;
  };
  'breach-recorded': { readonly step: string; readonly reason: string };
  'activity-completed': { readonly dose: readonly StepDose[]; readonly shortfallReason: string | null };
  'activity-not-completed': { readonly reason: NotCompletedReason; readonly words: string };
  'outcome-recorded': {
    /** Null where the scheme leads to no Home Office outcome (treatment, support). */
    readonly type: string | null;
    readonly legalBasis: string;
    readonly basis: OutcomeBasis;
  };
  'returned-for-prosecution': {
    readonly consequence: Exclude<OtherwiseConsequence, 'no-further-action'>;
    /** '1' where the person has been charged or summonsed; null while the decision is still to be taken. */
    readonly outcomeType: '1' | null;
    readonly timeLimit: TimeLimitFlag;
    readonly reason: string;
  };
  'no-further-consequence': { readonly reason: string };
  'case-withdrawn': { readonly reason: WithdrawnReason };
  'case-reopened': { readonly reason: string };
  'fact-amended': {
    readonly fact: string;
    /** Null where the fact was, or is now, not known. */
    readonly old: RecordedFactValue | null;
    readonly new: RecordedFactValue | null;
    readonly reason: string;
    readonly changed: readonly ChangedVerdict[];
  };
}

export type EventType = keyof EventData;

/** One event: what happened, when, by whom. */
export type EventOf<T extends EventType> = T extends EventType
  ? { readonly type: T; readonly at: Instant; readonly by: Author; readonly data: EventData[T] }
  : never;

/** Everything that can happen in the life of a case. */
export type CaseEvent = EventOf<EventType>;

/** An event with its place in the case's log, 1 for the first. */
export interface NumberedEvent {
  readonly sequence: number;
  readonly event: CaseEvent;
}
