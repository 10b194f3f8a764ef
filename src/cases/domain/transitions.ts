import type { Attempt, Guard } from './attempt.ts';
import { reasonIsGiven } from './attempt.ts';
import type { Role } from './author.ts';
import type { CommandData, CommandType } from './case-command.ts';
import type { EventType } from './case-event.ts';
import type { RefusalCode } from './case-refusal.ts';
import type { CaseIn, CaseStatus } from './case-state.ts';
import {
  eachConditionOnce,
  holdsWhatTheSchemeAsks,
  noMoreThanTheSchemeAllows,
  signedByToday,
} from './guards/agreement.ts';
import { factsCanBeDecided, factWouldChange } from './guards/amendment.ts';
import {
  appointmentHasBegun,
  appointmentIsOpen,
  newNumberIsFree,
  numberIsFree,
  stepIsTheSchemes,
  whoseDoingIsSaid,
} from './guards/appointment.ts';
import {
  chargeIsInTime,
  nothingFollowsOrASupervisorSaysSo,
  notItsOwnDuplicate,
  noWorseThanNoOffer,
  outcomeIsLawful,
} from './guards/closing.ts';
import { shortfallHasAReason, somethingWasDelivered } from './guards/completion.ts';
import { askedByACoordinator, conditionIsAgreed, isTheNextBreachStep } from './guards/condition.ts';
import {
  agreesToTakePart,
  childHasAppropriateAdult,
  offersAreLeft,
  personIsEligible,
  schemeIsLive,
} from './guards/offer.ts';
import {
  agreementIsSigned,
  agreesToShare,
  otherReasonHasWords,
  referredToThem,
  serviceIsForThisCase,
} from './guards/referral.ts';
import {
  decidedForToday,
  decisionWouldChange,
  notPastTheLaw,
  ranksAreThere,
  schemeWasDecided,
  somethingIsDecided,
} from './guards/triage.ts';

/** `nothing`: there is no case yet. */
export type From = CaseStatus | 'nothing';
/** `same`: where it was. `before-closing`: where it was before it closed. */
export type To = CaseStatus | 'same' | 'before-closing';

/** One line of the state machine: this event, from these states to that, asked by this command of these roles. */
export interface Transition {
  readonly event: EventType;
  readonly asked: CommandType;
  /** Which of several events a command means, where there are several. */
  readonly meaning: (said: never) => boolean;
  readonly from: readonly From[];
  readonly to: To;
  readonly by: readonly Role[];
  /** In order; the first that refuses is the answer. */
  readonly guards: readonly Guard<never, never>[];
  /** What to say in a state it can't happen in, where there is more to say than that. */
  readonly elsewhere: (attempt: Attempt<never, never>) => RefusalCode;
}

type StateFrom<F extends From> = F extends CaseStatus ? CaseIn<F> : null;

interface Line<C extends CommandType, F extends From> {
  readonly asked: C;
  readonly meaning?: (said: CommandData[NoInfer<C>]) => boolean;
  readonly from: readonly F[];
  readonly to: To;
  readonly by: readonly Role[];
  readonly guards?: readonly Guard<NoInfer<C>, StateFrom<NoInfer<F>>>[];
  readonly elsewhere?: (attempt: Attempt<NoInfer<C>, { readonly status: CaseStatus } | null>) => RefusalCode;
}

function line<const C extends CommandType, const F extends From>(event: EventType, each: Line<C, F>): Transition {
  return { meaning: () => true, guards: [], elsewhere: () => 'not-at-this-stage', ...each, event };
}

const officers = ['officer', 'supervisor'] as const;
const police = ['officer', 'supervisor', 'coordinator'] as const;
const whileOpen = [
  'triaged',
  'offered',
  'returned',
  'accepted',
  'referred',
  'sent-back',
  'engaging',
  'completed',
  'not-completed',
] as const;
const always = [...whileOpen, 'closed'] as const;
const engaging = { from: ['engaging'], to: 'engaging', by: ['provider'] } as const;

const attendanceIs = (attendance: 'kept' | 'late' | 'missed') => (said: CommandData['record-attendance']) =>
  said.attendance === attendance;
const attendance = {
  asked: 'record-attendance',
  ...engaging,
  guards: [referredToThem, appointmentIsOpen, whoseDoingIsSaid, appointmentHasBegun],
} as const;

/** Before completion an outcome waits for the activity; a charge waits for a return for prosecution. */
const outcomeComesAfter = ({ said, state }: Attempt<'record-outcome', { readonly status: CaseStatus } | null>) =>
  state?.status === 'closed'
    ? 'not-at-this-stage'
    : said.type === '1'
      ? 'not-returned-for-prosecution'
      : 'activity-not-done';

/**
 * The state machine of a case: from, event, to, by whom, guard. What differs between schemes is in their documents.
 * A supervisor is a sergeant or above and may do what an officer may. An agreement is signed by the person and
 * recorded by the officer.
 */
// prettier-ignore
export const transitions: readonly Transition[] = [
  line('person-triaged',           { asked: 'triage-person',     from: ['nothing'],  to: 'triaged',  by: officers, guards: [somethingIsDecided, decidedForToday] }),
  line('decision-overridden',      { asked: 'override-decision', from: ['triaged'],  to: 'triaged',  by: officers, guards: [schemeWasDecided, decisionWouldChange, reasonIsGiven, notPastTheLaw, ranksAreThere] }),
  line('scheme-offered',           { asked: 'offer-scheme',      from: ['triaged'],  to: 'offered',  by: officers, guards: [schemeWasDecided, schemeIsLive, personIsEligible, offersAreLeft] }),
  line('offer-declined',           { asked: 'decline-offer',     from: ['offered'],  to: 'returned', by: officers, guards: [reasonIsGiven] }),
  line('offer-accepted',           { asked: 'accept-offer',      from: ['offered'],  to: 'accepted', by: officers, guards: [agreesToTakePart, childHasAppropriateAdult] }),
  line('agreement-signed',         { asked: 'sign-agreement',    from: ['accepted'], to: 'accepted', by: officers, guards: [holdsWhatTheSchemeAsks, noMoreThanTheSchemeAllows, eachConditionOnce, signedByToday] }),
  line('person-referred',          { asked: 'refer-person',      from: ['accepted', 'sent-back'], to: 'referred', by: police, guards: [agreesToShare, agreementIsSigned, serviceIsForThisCase] }),
  line('referral-rejected',        { asked: 'reject-referral',   from: ['referred'], to: 'sent-back', by: ['provider'], guards: [referredToThem, otherReasonHasWords] }),
  line('referral-accepted',        { asked: 'accept-referral',   from: ['referred'], to: 'engaging',  by: ['provider'], guards: [referredToThem] }),
  line('contact-attempted',        { asked: 'record-contact-attempt', ...engaging, guards: [referredToThem] }),
  line('appointment-booked',       { asked: 'book-appointment',       ...engaging, guards: [referredToThem, stepIsTheSchemes, numberIsFree] }),
  line('appointment-moved',        { asked: 'move-appointment',       ...engaging, guards: [referredToThem, appointmentIsOpen, newNumberIsFree] }),
  line('appointment-kept',         { meaning: attendanceIs('kept'),   ...attendance }),
  line('appointment-late',         { meaning: attendanceIs('late'),   ...attendance }),
  line('appointment-missed',       { meaning: attendanceIs('missed'), ...attendance }),
  line('condition-varied',         { asked: 'vary-condition',    from: ['engaging'], to: 'engaging',      by: ['supervisor'],  guards: [conditionIsAgreed, reasonIsGiven, askedByACoordinator] }),
  line('breach-recorded',          { asked: 'record-breach',     from: ['engaging'], to: 'engaging',      by: ['coordinator'], guards: [reasonIsGiven, isTheNextBreachStep] }),
  line('activity-completed',       { asked: 'complete-activity', from: ['engaging'], to: 'completed',     by: ['provider'],    guards: [referredToThem, somethingWasDelivered, shortfallHasAReason] }),
  line('activity-not-completed',   { asked: 'end-activity',      from: ['engaging'], to: 'not-completed', by: ['provider', 'coordinator'], guards: [referredToThem, otherReasonHasWords] }),
  line('outcome-recorded',         { asked: 'record-outcome',    from: ['completed'], to: 'closed',       by: ['coordinator'], guards: [outcomeIsLawful], elsewhere: outcomeComesAfter }),
  line('returned-for-prosecution', { asked: 'return-for-prosecution',    from: ['not-completed', 'returned'], to: 'closed', by: ['coordinator', 'supervisor'], guards: [noWorseThanNoOffer, chargeIsInTime] }),
  line('no-further-consequence',   { asked: 'close-without-consequence', from: ['not-completed', 'returned'], to: 'closed', by: ['coordinator', 'supervisor'], guards: [nothingFollowsOrASupervisorSaysSo] }),
  line('case-withdrawn',           { asked: 'withdraw-case',     from: whileOpen,    to: 'closed',         by: ['coordinator'], guards: [notItsOwnDuplicate] }),
  line('case-reopened',            { asked: 'reopen-case',       from: ['closed'],   to: 'before-closing', by: ['supervisor'],  guards: [reasonIsGiven] }),
  line('fact-amended',             { asked: 'amend-fact',        from: always,       to: 'same',           by: police,          guards: [reasonIsGiven, factsCanBeDecided, factWouldChange] }),
];
