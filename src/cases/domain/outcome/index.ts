/** The rules of how a case ends: Home Office outcomes and what the law asks of each, what follows a failure, the time limit for a charge. */
export {
  chargeIsInTime,
  mayFall,
  noWorseThanNoOffer,
  notItsOwnDuplicate,
  outcomeIsLawful,
  supervisorHasReasons,
} from './closing-guards.ts';
export { consequenceThatFollows } from './consequence.ts';
export { outcomeRecorded, returnedForProsecution } from './outcome-event-data.ts';
export { outcomeRules, type DiversionOutcomeType } from './outcome-rules.ts';
export { statutoryTimeLimit } from './statutory-time-limit.ts';
