/** The rules of amending what was known: the fact, the offence’s own, and the verdicts that would change. */
export { amendedRecord, isOffenceFact, presentValueOf, verdictsThatChanged } from './amended-record.ts';
export { factWouldChange, factsCanBeDecided } from './amendment-guards.ts';
export { isOffenceFactValue } from './offence-fact-value.ts';
