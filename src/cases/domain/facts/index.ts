/** The rules of amending what was known: the fact, the offence’s own, what follows from either, and the verdicts that turn. */
export { amendedFacts, amendedRecord, correctedRecord, isOffenceFact, presentValueOf } from './amended-record.ts';
export { decidedAgain, factAmended, birthdayCorrected } from './amendment-event-data.ts';
export { agesCanBeDecided, answersCanBeDecided, factWouldChange, factsCanBeDecided } from './amendment-guards.ts';
export { decidedAgainRecord, decidedBeyondOfferRecord, verdictsOf } from './decided-again-record.ts';
export { isOffenceFactValue } from './offence-fact-value.ts';
export { confirmedRecord, unsettledVerdict } from './turned-verdicts.ts';
export { aVerdictHasTurned, verdictIsSettled, verdictsStand } from './verdict-guards.ts';
