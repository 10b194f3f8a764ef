import type { Service } from '../../providers/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Author, CaseActor, Instant } from './author.ts';
import type { EventData, Offence, OutcomeBasis, WhoseDoing } from './case-event.ts';
import type { RecordedDecision, RecordedFacts, RecordedFactValue } from './recorded-decision.ts';
import type { SchemeTerms } from './scheme-terms.ts';

/** What each command says. What the use-case looks up for it comes in the context instead. */
export interface CommandData {
  'triage-person': {
    readonly force: string;
    readonly facts: RecordedFacts;
    readonly offence: Offence;
    readonly decisions: readonly RecordedDecision[];
  };
  'override-decision': {
    readonly scheme: string;
    readonly to: 'eligible' | 'ineligible';
    readonly reason: string;
    /** The inspector or prosecutor whose judgement it is, where the scheme asks for one. */
    readonly authority: string | null;
  };
  'offer-scheme': { readonly scheme: string; readonly otherwise: EventData['scheme-offered']['otherwise'] };
  'decline-offer': EventData['offer-declined'];
  'accept-offer': EventData['offer-accepted'];
  'sign-agreement': EventData['agreement-signed'];
  'refer-person': { readonly referralId: string; readonly serviceId: string };
  'reject-referral': EventData['referral-rejected'];
  'accept-referral': Record<never, never>;
  'record-contact-attempt': EventData['contact-attempted'];
  'book-appointment': EventData['appointment-booked'];
  'move-appointment': EventData['appointment-moved'];
  'record-attendance':
    | { readonly appointmentId: string; readonly attendance: 'kept' }
    | { readonly appointmentId: string; readonly attendance: 'late' | 'missed'; readonly whose: WhoseDoing | null };
  'vary-condition': {
    readonly conditionId: string;
    readonly to: string;
    readonly reason: string;
    /** The coordinator who asks; the supervisor who approves is the actor. */
    readonly proposedBy: Author;
  };
  'record-breach': EventData['breach-recorded'];
  'complete-activity': { readonly shortfallReason: string | null };
  'end-activity': EventData['activity-not-completed'];
  'record-outcome': { readonly type: string | null; readonly basis: OutcomeBasis };
  'return-for-prosecution': { readonly outcomeType: '1' | null; readonly reason: string };
  'close-without-consequence': { readonly reason: string };
  'withdraw-case': EventData['case-withdrawn'];
  'reopen-case': EventData['case-reopened'];
  'amend-fact': {
    /** A fact of the vocabulary, or one of the offence's own: `offence-occurred-on`, `mode-of-trial`. */
    readonly fact: string;
    /** Null: it is not known after all. */
    readonly new: RecordedFactValue | null;
    readonly reason: string;
  };
}

export type CommandType = keyof CommandData;

export type CommandOf<T extends CommandType> = T extends CommandType
  ? { readonly type: T; readonly data: CommandData[T] }
  : never;

/** Everything that somebody may ask of a case. */
export type CaseCommand = CommandOf<CommandType>;

/** The commands of a provider: decided from its own side of the case alone. */
export type ProviderCommandType =
  | 'reject-referral'
  | 'accept-referral'
  | 'record-contact-attempt'
  | 'book-appointment'
  | 'move-appointment'
  | 'record-attendance'
  | 'complete-activity'
  | 'end-activity';

/** What is true around the case when a command is decided. The use-case finds it out; the domain never looks. */
export interface CommandContext {
  readonly caseId: string;
  readonly actor: CaseActor;
  readonly now: Instant;
  readonly today: CalendarDay;
  /** The scheme the command is about, in the version that was decided or offered; null where there is none. */
  readonly scheme: SchemeTerms | null;
  /** Whether that scheme is live today, by its newest document. */
  readonly schemeIsLive: boolean;
  /** How often this person has taken part in that scheme before. */
  readonly earlierTimesOnScheme: number;
  /** The service named by a referral; null where there is no such service. */
  readonly service: Service | null;
  /** The decisions taken again on amended facts; null for every other command. */
  readonly decidedAgain: readonly RecordedDecision[] | null;
  /** Whether the cautions of Part 6 of the PCSC Act 2022 have been commenced. */
  readonly pcscCautionsCommenced: boolean;
}
