/** The state machine of a case: which command makes which event, from where, by whose right and past which guards. */
import type { Attempt } from './attempt.ts';
import { reasonIsGiven } from './attempt.ts';
import type { CommandData, CommandType } from './case-command.ts';
import type { EventType } from './case-event.ts';
import { asCommanded } from './event-data/as-commanded.ts';
import {
  anOutcomeIsGiven,
  chargeIsLawful,
  closedWithOutcome,
  correctedOutcomeIsLawful,
  givenOutcomeIsLawful,
  givenOutcomeIsStillLawful,
  mayBeAChild,
  mayCloseWithOutcome,
  noOutcomeIsGiven,
  outcomeCorrected,
  outcomeGiven,
  schemeGivesItNow,
  somebodyWasTold,
  toldByToday,
  whyNothingFollows,
  outcomeRecorded,
  returnedForProsecution,
  chargeIsInTime,
  mayFall,
  notItsOwnDuplicate,
  noWorseThanNoOffer,
  outcomeIsDue,
  outcomeIsLawful,
  supervisorHasReasons,
} from './outcome/index.ts';
import {
  activityCompleted,
  activityNotCompleted,
  appointmentCancelled,
  appointmentKept,
  appointmentNotKept,
  attendanceCorrected,
  attendanceIsRecorded,
  attendanceWouldChange,
  cameInTime,
  cameLate,
  conditionVaried,
  didNotCome,
  personReferred,
  referralRejected,
  anAppointmentIsToCome,
  appointmentHasBegun,
  appointmentIsOpen,
  newNumberIsFree,
  noPlaceIsBooked,
  placeBooked,
  placeIsFree,
  placeIsOfTheService,
  placeIsPublished,
  placeIsToCome,
  policeDoNotHoldIt,
  someAttendanceIsRecorded,
  somethingStaysDelivered,
  startsAfterReferral,
  startsWithinTwoYears,
  numberIsFree,
  stepIsTheSchemes,
  whoseDoingIsGiven,
  shortfallHasAReason,
  somethingWasDelivered,
  aBreachStepIsLeft,
  askedBySomebodyElse,
  conditionIsAgreed,
  conditionWouldChange,
  isTheNextBreachStep,
  agreementIsSigned,
  agreesToShare,
  otherReasonHasWords,
  referredToThem,
  serviceIsForThisCase,
} from './engagement/index.ts';
import {
  answersAreKnown,
  decisionOverridden,
  lawLetsIn,
  personTriaged,
  schemeOffered,
  agreementIsAskedFor,
  eachConditionOnce,
  holdsWhatTheSchemeAsks,
  noMoreThanTheSchemeAllows,
  signedByToday,
  agreesToTakePart,
  childHasAppropriateAdult,
  lawIsSettled,
  notExcludedInLaw,
  offersAreLeft,
  personIsEligible,
  schemeIsLive,
  decidedForToday,
  decisionWouldChange,
  notPastTheLaw,
  ranksAreThere,
  ranksMayConfirm,
  schemeIsLiveHere,
  verdictConfirmed,
  schemeWasDecided,
  somethingIsDecided,
} from './offer/index.ts';
import {
  agesCanBeDecided,
  answersCanBeDecided,
  aVerdictHasTurned,
  decidedAgain,
  factAmended,
  factsCanBeDecided,
  factWouldChange,
  birthdayCorrected,
  verdictIsSettled,
  verdictsStand,
} from './facts/index.ts';

import { policeLine, providerLine, providerLineWhen, type Standing, type Transition } from './transition.ts';

const beyondTheOffer = [
  'offered',
  'returned',
  'accepted',
  'referred',
  'sent-back',
  'engaging',
  'completed',
  'not-completed',
] as const;
const whileOpen = ['triaged', ...beyondTheOffer] as const;
const always = [...whileOpen, 'closed'] as const;
const engaging = { from: ['engaging'], to: 'engaging', by: 'engage-person' } as const;

const attendance = {
  command: 'record-attendance',
  ...engaging,
  onlyWhen: [referredToThem, anAppointmentIsToCome],
  guards: [appointmentIsOpen, whoseDoingIsGiven, appointmentHasBegun],
} as const;

/** Before completion an outcome waits for the activity; a charge waits for a return for prosecution. */
const outcomeComesAfter = ({ data, state }: Attempt<'record-outcome', Standing>) =>
  state?.status === 'closed'
    ? 'not-at-this-stage'
    : data.type === '1'
      ? 'not-returned-for-prosecution'
      : 'activity-not-done';

/**
 * The state machine of a case: event, command, from, to, by those with which right, only when the case allows it, guards of
 * the command, and what the event holds. Who has the rights is src/access/domain/rights.ts; what differs between schemes
 * is in their documents. An agreement is signed by the person and recorded by the officer.
 */
// prettier-ignore
const lines = [
  policeLine({ event: 'person-triaged',           command: 'triage-person',     from: ['nothing'],  to: 'triaged',  by: 'triage-person', guards: [somethingIsDecided, decidedForToday], eventData: personTriaged }),
  policeLine({ event: 'decision-overridden',      command: 'override-decision', from: ['triaged'],  to: 'triaged',  by: 'override-decision', guards: [schemeWasDecided, schemeIsLiveHere, decisionWouldChange, reasonIsGiven, answersAreKnown, notPastTheLaw, ranksAreThere], eventData: decisionOverridden }),
  policeLine({ event: 'scheme-offered',           command: 'offer-scheme',      from: ['triaged'],  to: 'offered',  by: 'offer-scheme', onlyWhen: [notExcludedInLaw, verdictsStand], guards: [schemeWasDecided, schemeIsLive, personIsEligible, lawIsSettled, offersAreLeft], eventData: schemeOffered }),
  policeLine({ event: 'offer-declined',           command: 'decline-offer',     from: ['offered'],  to: 'returned', by: 'record-answer', guards: [reasonIsGiven], eventData: asCommanded }),
  policeLine({ event: 'offer-accepted',           command: 'accept-offer',      from: ['offered'],  to: 'accepted', by: 'record-answer', onlyWhen: [verdictIsSettled], guards: [agreesToTakePart, childHasAppropriateAdult], eventData: asCommanded }),
  policeLine({ event: 'agreement-signed',         command: 'sign-agreement',    from: ['accepted'], to: 'accepted', by: 'record-agreement', onlyWhen: [agreementIsAskedFor, verdictIsSettled], guards: [holdsWhatTheSchemeAsks, noMoreThanTheSchemeAllows, eachConditionOnce, signedByToday], eventData: asCommanded }),
  policeLine({ event: 'person-referred',          command: 'refer-person',      from: ['accepted', 'sent-back'], to: 'referred', by: 'refer-person', onlyWhen: [agreesToShare, agreementIsSigned, verdictIsSettled], guards: [serviceIsForThisCase], eventData: personReferred }),
  policeLine({ event: 'place-booked',             command: 'book-place',        from: ['referred'], to: 'referred',        by: 'refer-person', onlyWhen: [noPlaceIsBooked], guards: [placeIsPublished, placeIsOfTheService, placeIsToCome, placeIsFree], eventData: placeBooked }),
  providerLine({ event: 'referral-rejected',      command: 'reject-referral',   from: ['referred'], to: 'sent-back', by: 'answer-referral', onlyWhen: [referredToThem], guards: [otherReasonHasWords], eventData: referralRejected }),
  providerLine({ event: 'referral-accepted',      command: 'accept-referral',   from: ['referred'], to: 'engaging',  by: 'answer-referral', onlyWhen: [referredToThem, policeDoNotHoldIt], guards: [], eventData: asCommanded }),
  providerLine({ event: 'contact-attempted',      command: 'record-contact-attempt', ...engaging, onlyWhen: [referredToThem], guards: [], eventData: asCommanded }),
  providerLine({ event: 'appointment-booked',     command: 'book-appointment',       ...engaging, onlyWhen: [referredToThem], guards: [stepIsTheSchemes, numberIsFree, startsAfterReferral, startsWithinTwoYears], eventData: asCommanded }),
  providerLine({ event: 'appointment-moved',      command: 'move-appointment',       ...engaging, onlyWhen: [referredToThem, anAppointmentIsToCome], guards: [appointmentIsOpen, newNumberIsFree, startsAfterReferral, startsWithinTwoYears], eventData: asCommanded }),
  providerLineWhen({ event: 'appointment-kept',   when: cameInTime, ...attendance, eventData: appointmentKept }),
  providerLineWhen({ event: 'appointment-late',   when: cameLate,   ...attendance, eventData: appointmentNotKept }),
  providerLineWhen({ event: 'appointment-missed', when: didNotCome, ...attendance, eventData: appointmentNotKept }),
  providerLine({ event: 'appointment-cancelled',  command: 'cancel-appointment',     ...engaging, onlyWhen: [referredToThem, anAppointmentIsToCome], guards: [appointmentIsOpen, reasonIsGiven], eventData: appointmentCancelled }),
  providerLine({ event: 'attendance-corrected',   command: 'correct-attendance',     from: ['engaging', 'completed', 'not-completed'], to: 'same', by: 'engage-person', onlyWhen: [referredToThem, someAttendanceIsRecorded], guards: [attendanceIsRecorded, attendanceWouldChange, reasonIsGiven, somethingStaysDelivered], eventData: attendanceCorrected }),
  policeLine({ event: 'condition-varied',         command: 'vary-condition',    from: ['engaging'], to: 'engaging',      by: 'approve-variation', guards: [conditionIsAgreed, conditionWouldChange, reasonIsGiven, askedBySomebodyElse], eventData: conditionVaried }),
  policeLine({ event: 'breach-recorded',          command: 'record-breach',     from: ['engaging'], to: 'engaging',      by: 'record-breach', onlyWhen: [aBreachStepIsLeft], guards: [reasonIsGiven, isTheNextBreachStep], eventData: asCommanded }),
  providerLine({ event: 'activity-completed',     command: 'complete-activity', from: ['engaging'], to: 'completed',     by: 'complete-activity', onlyWhen: [referredToThem, somethingWasDelivered], guards: [shortfallHasAReason], eventData: activityCompleted }),
  providerLine({ event: 'activity-not-completed', command: 'end-activity',      from: ['engaging'], to: 'not-completed', by: 'end-activity', onlyWhen: [referredToThem], guards: [otherReasonHasWords], eventData: activityNotCompleted }),
  policeLine({ event: 'outcome-given',            command: 'give-outcome',      from: ['accepted', 'referred', 'sent-back', 'engaging'], to: 'same', by: 'give-outcome', onlyWhen: [noOutcomeIsGiven, schemeGivesItNow], guards: [givenOutcomeIsLawful], eventData: outcomeGiven }),
  policeLine({ event: 'outcome-corrected',        command: 'correct-outcome',   from: beyondTheOffer, to: 'same',         by: 'record-outcome', onlyWhen: [anOutcomeIsGiven], guards: [reasonIsGiven, correctedOutcomeIsLawful], eventData: outcomeCorrected }),
  policeLine({ event: 'youth-justice-told',       command: 'tell-youth-justice', from: always,      to: 'same',           by: 'refer-person', onlyWhen: [mayBeAChild], guards: [toldByToday, somebodyWasTold], eventData: asCommanded }),
  policeLine({ event: 'closed-with-outcome',      command: 'close-case',        from: ['accepted', 'sent-back', 'completed', 'not-completed'], to: 'closed', by: 'close-without-consequence', onlyWhen: [anOutcomeIsGiven, mayCloseWithOutcome], guards: [givenOutcomeIsStillLawful, whyNothingFollows], eventData: closedWithOutcome }),
  policeLine({ event: 'outcome-recorded',         command: 'record-outcome',    from: ['completed', 'not-completed'], to: 'closed', by: 'record-outcome', onlyWhen: [noOutcomeIsGiven, outcomeIsDue], guards: [outcomeIsLawful], atOtherStages: outcomeComesAfter, eventData: outcomeRecorded }),
  policeLine({ event: 'returned-for-prosecution', command: 'return-for-prosecution',    from: ['not-completed', 'returned'], to: 'closed', by: 'return-for-prosecution', onlyWhen: [noWorseThanNoOffer], guards: [chargeIsInTime, chargeIsLawful], eventData: returnedForProsecution }),
  policeLine({ event: 'no-further-consequence',   command: 'close-without-consequence', from: ['not-completed', 'returned'], to: 'closed', by: 'close-without-consequence', onlyWhen: [noOutcomeIsGiven, mayFall], guards: [supervisorHasReasons], eventData: asCommanded }),
  policeLine({ event: 'case-withdrawn',           command: 'withdraw-case',     from: whileOpen,    to: 'closed',         by: 'withdraw-case', guards: [notItsOwnDuplicate], eventData: asCommanded }),
  policeLine({ event: 'case-reopened',            command: 'reopen-case',       from: ['closed'],   to: 'before-closing', by: 'reopen-case', guards: [reasonIsGiven], eventData: asCommanded }),
  policeLine({ event: 'decided-again',            command: 'decide-again',      from: whileOpen,    to: 'same',     by: 'triage-person', guards: [reasonIsGiven, answersCanBeDecided], eventData: decidedAgain }),
  policeLine({ event: 'fact-amended',             command: 'amend-fact',        from: always,       to: 'same',           by: 'amend-fact', guards: [reasonIsGiven, factsCanBeDecided, factWouldChange], eventData: factAmended }),
  policeLine({ event: 'birthday-corrected',       command: 'correct-birthday',  from: always,       to: 'same',           by: 'correct-person', guards: [reasonIsGiven, agesCanBeDecided], eventData: birthdayCorrected }),
  policeLine({ event: 'verdict-confirmed',        command: 'confirm-verdict',   from: beyondTheOffer, to: 'same',         by: 'override-decision', onlyWhen: [aVerdictHasTurned, lawLetsIn], guards: [reasonIsGiven, ranksMayConfirm], eventData: verdictConfirmed }),
];

/** One line of the table, as the compiler knows it: which command, which event, for which data. */
export type Lines = (typeof lines)[number];

/** The events that none of the lines makes. */
export type EventWithoutLine<Given extends { readonly event: EventType }> = Exclude<EventType, Given['event']>;

/** The commands that none of the lines is for, or not for all of their data. */
export type CommandWithoutLine<Given extends { readonly command: CommandType }> = {
  [C in CommandType]: [Exclude<CommandData[C], DataOf<Extract<Given, { readonly command: C }>>>] extends [never]
    ? never
    : C;
}[CommandType];
type DataOf<Given> = Given extends { readonly for?: infer Data } ? Data : never;

/** A table, once every event and every command has its line; else the name of what has none. */
export type WholeTable<Given extends Pick<Transition, 'event' | 'command'>> = [
  EventWithoutLine<Given> | CommandWithoutLine<Given>,
] extends [never]
  ? readonly Transition[]
  : { readonly hasNoLine: EventWithoutLine<Given> | CommandWithoutLine<Given> };

export const transitions: WholeTable<Lines> = lines;
