import type { Decision, Facts, FactValue } from '../../eligibility/index.ts';

/** What was known about the person and the offence, by the ids of `reference/facts.yaml`. Left out = not known. */
export type RecordedFacts = Facts['values'];

/** One value of a fact as it was written down: known, a range, or one of several. */
export type RecordedFactValue = FactValue;

/**
 * What the engine answered for one scheme, as it is kept with the case. It can be worked out again from
 * (`schemeVersion`, the facts, `asOf`) and must come out the same.
 */
export type RecordedDecision = Decision;

export type { Verdict } from '../../eligibility/index.ts';
