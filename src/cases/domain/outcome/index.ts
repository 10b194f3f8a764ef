/** The rules of how a case ends: Home Office outcomes and what the law asks of each, what follows a failure, the time limit for a charge. */
export {
  chargeIsInTime,
  chargeIsLawful,
  mayFall,
  noWorseThanNoOffer,
  notItsOwnDuplicate,
  outcomeIsDue,
  outcomeIsLawful,
  supervisorHasReasons,
} from './closing-guards.ts';
export {
  anOutcomeIsGiven,
  correctedOutcomeIsLawful,
  givenOutcomeIsLawful,
  givenOutcomeIsStillLawful,
  mayBeAChild,
  mayCloseWithOutcome,
  noOutcomeIsGiven,
  schemeGivesItNow,
  somebodyWasTold,
  toldByToday,
  whyNothingFollows,
} from './given-outcome-guards.ts';
export type { GivenOutcome, OutcomeInBrief } from './given-outcome.ts';
export { outcomeInBrief, TELLING_OF_OUTCOME, tellsOfOutcome } from './outcome-in-brief.ts';
export { consequenceThatFollows } from './consequence.ts';
export { offendedBefore } from './facts-at-outcome.ts';
export {
  closedWithOutcome,
  outcomeCorrected,
  outcomeGiven,
  outcomeRecorded,
  returnedForProsecution,
} from './outcome-event-data.ts';
export { lawOfOutcome, outcomesInLaw, waitsForActivity } from './law-of-outcome.ts';
export type { OutcomeQuestion } from './outcome-questions.ts';
export { factsToSayFirst, questionsOfOutcome } from './questions-of-outcome.ts';
export { limitsThatMayHold, statutoryTimeLimit } from './statutory-time-limit.ts';
