import { z } from 'zod';
import { ownEndingReasonSchema, ownRejectionReasonSchema } from '../../providers/domain/index.ts';
import type { PublishedService, Service, ServiceTime } from '../../providers/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { DeepReadonly } from '../../shared/deep-readonly.ts';
import type { Right } from '../../access/index.ts';
import type { CaseActor, Instant } from './author.ts';
import { eventDataSchemas, type AmendedValue } from './case-event.ts';
import { endings } from './events/engagement-events.ts';
import type { LawBook } from './law-of-case.ts';
import type { RecordedDecision } from '../../triage/domain/index.ts';
import type { SchemeTerms } from './scheme-terms.ts';

const { whose: whoseDoing } = eventDataSchemas['appointment-late'].shape;

/** A reason of the provider's own, or one of those that the police choose from. */
const endingReason = z.union([ownEndingReasonSchema, endings.byPolice.shape.reason]);

/**
 * What each command holds. What the use-case looks up for it comes in the context instead. Of a provider's commands the
 * event holds what may cross to the police, and the provider's records the rest (engagement/kept-by-provider.ts).
 */
export const commandDataSchemas = {
  'triage-person': eventDataSchemas['person-triaged'].omit({ asOf: true }),
  'override-decision': eventDataSchemas['decision-overridden'].omit({ from: true }),
  'offer-scheme': eventDataSchemas['scheme-offered'].pick({ scheme: true, otherwise: true }),
  'decline-offer': eventDataSchemas['offer-declined'],
  'accept-offer': eventDataSchemas['offer-accepted'],
  'sign-agreement': eventDataSchemas['agreement-signed'],
  'refer-person': eventDataSchemas['person-referred'].pick({ referralId: true, serviceId: true }),
  'book-place': eventDataSchemas['place-booked'].pick({ appointmentId: true, timeId: true }),
  'reject-referral': z.strictObject({ reason: ownRejectionReasonSchema, words: z.string() }),
  'accept-referral': eventDataSchemas['referral-accepted'],
  'record-contact-attempt': eventDataSchemas['contact-attempted'],
  'book-appointment': eventDataSchemas['appointment-booked'],
  'move-appointment': eventDataSchemas['appointment-moved'],
  'record-attendance': z.discriminatedUnion('attendance', [
    eventDataSchemas['appointment-kept'].extend({ attendance: z.literal('kept') }),
    eventDataSchemas['appointment-late'].extend({ attendance: z.literal('late'), whose: whoseDoing.nullable() }),
    eventDataSchemas['appointment-missed'].extend({ attendance: z.literal('missed'), whose: whoseDoing.nullable() }),
  ]),
  'correct-attendance': eventDataSchemas['attendance-corrected'].omit({ from: true }).extend({ reason: z.string() }),
  'cancel-appointment': eventDataSchemas['appointment-cancelled'].extend({ reason: z.string() }),
  /** `proposedBy` is the coordinator who asks; the supervisor who approves is the actor. */
  'vary-condition': eventDataSchemas['condition-varied'].omit({ from: true }),
  'record-breach': eventDataSchemas['breach-recorded'],
  'complete-activity': z.strictObject({ shortfallReason: z.string().nullable() }),
  'end-activity': z.strictObject({ reason: endingReason, words: z.string() }),
  'record-outcome': eventDataSchemas['outcome-recorded'].omit({ legalBasis: true }),
  'give-outcome': eventDataSchemas['outcome-recorded'].omit({ legalBasis: true }),
  'correct-outcome': z.strictObject({
    to: eventDataSchemas['outcome-recorded'].omit({ legalBasis: true }).nullable(),
    reason: z.string(),
  }),
  'close-case': eventDataSchemas['closed-with-outcome'].pick({ reason: true }),
  'tell-youth-justice': eventDataSchemas['youth-justice-told'],
  'return-for-prosecution': eventDataSchemas['returned-for-prosecution'].pick({ outcomeType: true, reason: true }),
  'close-without-consequence': eventDataSchemas['no-further-consequence'],
  'withdraw-case': eventDataSchemas['case-withdrawn'],
  'reopen-case': eventDataSchemas['case-reopened'],
  /** `fact` is one of the vocabulary, or of the offence's own: `offence-occurred-on`, `mode-of-trial`. */
  'amend-fact': eventDataSchemas['fact-amended'].omit({ old: true, follows: true, changed: true }),
  /** The fields that are corrected, a date of birth among them; the details themselves stand beside the log. */
  'correct-birthday': eventDataSchemas['birthday-corrected'].pick({ corrected: true, reason: true }),
  /** What was found out, if anything: every decision is taken again. */
  'decide-again': z.strictObject({
    answers: z.array(eventDataSchemas['fact-amended'].pick({ fact: true, new: true })),
    reason: z.string(),
  }),
  /** Of the scheme that was offered. */
  'confirm-verdict': eventDataSchemas['verdict-confirmed'].pick({ reason: true, authority: true }),
} as const;

export type CommandType = keyof typeof commandDataSchemas;

/** What each command holds, as the schemas have it. */
export type CommandData = { readonly [C in CommandType]: DeepReadonly<z.infer<(typeof commandDataSchemas)[C]>> };

/** One command with its data. Written as a lookup, so that the compiler keeps the two together. */
export type CommandOf<T extends CommandType> = {
  readonly [C in T]: { readonly type: C; readonly data: CommandData[C] };
}[T];

/** Everything that somebody may do to a case. */
export type CaseCommand = CommandOf<CommandType>;

const providerCommands = [
  'reject-referral',
  'accept-referral',
  'record-contact-attempt',
  'book-appointment',
  'move-appointment',
  'record-attendance',
  'correct-attendance',
  'cancel-appointment',
  'complete-activity',
  'end-activity',
] as const satisfies readonly CommandType[];

/** The commands of a provider: decided from its own side of the case alone. */
export type ProviderCommandType = (typeof providerCommands)[number];

export function isProviderCommand(command: CaseCommand): command is CommandOf<ProviderCommandType> {
  return providerCommands.some((type) => type === command.type);
}

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
  /** The published time named by a booking, with its service; null where there is none, or it is not in sight. */
  readonly place: { readonly service: PublishedService; readonly time: ServiceTime } | null;
  /** The decisions taken again on amended facts; null for every other command. */
  readonly decidedAgain: readonly RecordedDecision[] | null;
  /** What follows from what is amended, corrected or found out: the ages, and how long ago the offence was. */
  readonly following: readonly Omit<AmendedValue, 'old'>[];
  /** Whether the police have the provider wait, as a verdict has turned that the referral rests on. */
  readonly referralIsOnHold: boolean;
  /** What whoever asked for a change of a condition may do; nothing where no change was asked for. */
  readonly rightsOfProposer: ReadonlySet<Right>;
  /** The law that the case is held to. */
  readonly law: LawBook;
  /** The person's age today, by the birthday on file; null where that is not known or not asked for. */
  readonly ageToday: number | null;
  /** Whether the cautions of Part 6 of the PCSC Act 2022 have been commenced. */
  readonly pcscCautionsCommenced: boolean;
}
