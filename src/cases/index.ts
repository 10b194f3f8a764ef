/**
 * One person's path from triage to the closed outcome: the state machine (domain/transitions.ts), the rules of outcomes
 * (domain/outcome-rules.ts), and what each role may ask and see (use-cases/).
 */
export type { Author, CaseActor, Instant, Role } from './domain/author.ts';
export type {
  AppropriateAdult,
  CaseEvent,
  ChangedVerdict,
  Condition,
  Consent,
  ConsentGivenHow,
  EventData,
  EventOf,
  EventType,
  ModeOfTrial,
  NotCompletedReason,
  Offence,
  OtherwiseConsequence,
  OutcomeBasis,
  RejectionReason,
  StepDose,
  TimeLimitFlag,
  WhoseDoing,
  WithdrawnReason,
} from './domain/case-event.ts';
export type {
  Appointment,
  AppointmentFate,
  CaseIn,
  CaseRecord,
  CaseState,
  CaseStatus,
  ClosedCase,
  Closing,
  Engagement,
  OpenCase,
  ProviderSide,
  ProviderSideOf,
} from './domain/case-state.ts';
export { recordOf } from './domain/case-state.ts';
export type { CaseCommand, CommandData, CommandOf, CommandType, ProviderCommandType } from './domain/case-command.ts';
export { refusalWords, type CaseRefusal, type RefusalCode } from './domain/case-refusal.ts';
export { transitions, type Transition } from './domain/transitions.ts';
export { outcomeRules, type DiversionOutcomeType, type OutcomeRule } from './domain/outcome-rules.ts';
export { firstContactClock, type FirstContactClock } from './domain/first-contact-clock.ts';
export { breachLadderOf, nextBreachStep } from './domain/breach-ladder.ts';
export { doseOf, stepsOf } from './domain/dose.ts';
export { consequenceThatFollows, type WhatFollows } from './domain/consequence.ts';
export { statutoryTimeLimit } from './domain/statutory-time-limit.ts';
export { verdictThatCounts } from './domain/verdict-that-counts.ts';
export type { RecordedDecision, RecordedFacts, RecordedFactValue } from './domain/recorded-decision.ts';
export { isLiveOn, type NotCompletedThen, type SchemeStep, type SchemeTerms } from './domain/scheme-terms.ts';
