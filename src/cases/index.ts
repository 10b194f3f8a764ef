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
export type { NumberedEvent } from './domain/case-event.ts';
export { caseLists, type CaseListDefinition } from './domain/case-lists.ts';
export type { HandOver } from './domain/hand-over.ts';
export { modesOfTrial } from './domain/offence-fact-value.ts';
export { referenceOf, type Contact, type Person } from './domain/person.ts';
export type { CaseFile, CaseStore, ConditionProposal, ReferralFile, TriageDraft } from './store/case-store.ts';
export { actOnCase } from './use-cases/act-on-case.ts';
export { answerQuestion, type AnswerQuestion } from './use-cases/answer-question.ts';
export type { ActOnCase, ActType, Acted, AskData, CaseAsk, TreatmentNote } from './use-cases/case-ask.ts';
export type { CaseWork } from './use-cases/case-work.ts';
export { correctPerson, personVersion, type CorrectPerson } from './use-cases/correct-person.ts';
export { describePerson, type DescribePerson } from './use-cases/describe-person.ts';
export { finishTriage } from './use-cases/finish-triage.ts';
export { listCases, type CaseListItem, type CaseListView, type ListCases } from './use-cases/list-cases.ts';
export { declineVariation, proposeVariation, type ProposeVariation } from './use-cases/propose-variation.ts';
export { replayDecision, type ReplayedDecision } from './use-cases/replay-decision.ts';
export { compileCatalogue, schemesOfForce, type SchemeCatalogue } from './use-cases/scheme-catalogue.ts';
export { showCase, type CaseView, type PoliceCaseView, type ProviderCaseView } from './use-cases/show-case.ts';
export { discardTriage, listTriages, showTriage } from './use-cases/show-triage.ts';
export { startTriage, type StartTriage } from './use-cases/start-triage.ts';
export type { TriageView } from './use-cases/triage-view.ts';
export { casePages } from './pages/case-pages.ts';
export type { CaseSite } from './pages/case-site.ts';
export { loadDemonstrationCases } from './demonstration/load-demonstration-cases.ts';
