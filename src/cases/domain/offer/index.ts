/** The rules from the decision to the signed agreement: overriding, what the law excludes, offering, accepting, agreeing. */
export {
  agreementIsAskedFor,
  eachConditionOnce,
  holdsWhatTheSchemeAsks,
  noMoreThanTheSchemeAllows,
  signedByToday,
} from './agreement-guards.ts';
export {
  decidedForToday,
  answersAreKnown,
  decisionWouldChange,
  notPastTheLaw,
  ranksAreThere,
  ranksMayConfirm,
  schemeIsLiveHere,
  schemeWasDecided,
  somethingIsDecided,
} from './decision-guards.ts';
export { exclusionInLaw } from './exclusion-in-law.ts';
export { isJudgement } from './is-judgement.ts';
export { decisionOverridden, personTriaged, schemeOffered, verdictConfirmed } from './offer-event-data.ts';
export {
  agreesToTakePart,
  childHasAppropriateAdult,
  lawIsSettled,
  lawLetsIn,
  notExcludedInLaw,
  offersAreLeft,
  personIsEligible,
  schemeIsLive,
} from './offer-guards.ts';
export { ranksAskedFor } from './ranks-asked-for.ts';
export { decisionFor, verdictThatCounts } from './verdict-that-counts.ts';
