/** The rules of how a case ends: Home Office outcomes and what the law asks of each, what follows a failure, the time limit for a charge. */
export {
  chargeIsInTime,
  mayFall,
  noWorseThanNoOffer,
  notItsOwnDuplicate,
  outcomeIsDue,
  outcomeIsLawful,
  supervisorHasReasons,
} from './closing-guards.ts';
export { consequenceThatFollows } from './consequence.ts';
export { outcomeRecorded, returnedForProsecution } from './outcome-event-data.ts';
export { lawOfOutcome, type OutcomeQuestion, outcomesInLaw, questionsOfOutcome } from './outcome-rules.ts';
export { statutoryTimeLimit } from './statutory-time-limit.ts';
