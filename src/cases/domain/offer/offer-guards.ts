import { unless, type CaseGuard, type Guard } from '../attempt.ts';
import { recordOf, type CaseState, type OfferedCase, type TriagedCase } from '../case-state.ts';
import { exclusionInLaw } from './exclusion-in-law.ts';
import { isAdult } from '../known-facts.ts';
import { verdictThatCounts } from './verdict-that-counts.ts';

export const schemeIsLive: Guard<'offer-scheme'> = ({ context }) => unless(context.schemeIsLive, 'scheme-not-live');

export const notExcludedInLaw: CaseGuard<TriagedCase> = ({ state: { record } }) =>
  unless(exclusionInLaw(record.facts, record.offence) !== 'excluded', 'excluded-in-law');

/** Past the law nobody lets a case go on, nor while what the law turns on is not known. */
export const lawLetsIn: CaseGuard<CaseState> = ({ state }) => {
  const { facts, offence } = recordOf(state);
  const exclusion = exclusionInLaw(facts, offence);
  return (
    unless(exclusion !== 'excluded', 'excluded-in-law') ?? unless(exclusion !== 'not-settled', 'exclusion-not-settled')
  );
};

export const personIsEligible: Guard<'offer-scheme', TriagedCase> = ({ state, data }) =>
  unless(verdictThatCounts(state.record, data.scheme) === 'eligible', 'not-eligible');

export const offersAreLeft: Guard<'offer-scheme'> = ({ context }) => {
  const atMost = context.scheme?.pathway.repeats.atMost ?? null;
  return unless(atMost === null || context.earlierTimesOnScheme < atMost, 'no-offers-left');
};

/** Consent to share may be refused and the offer still be accepted; consent to take part may not. */
export const agreesToTakePart: Guard<'accept-offer'> = ({ data }) =>
  unless(data.takePart.given, 'no-consent-to-take-part');

/** Until the person is known to be 18 or over, they may be a child. */
export const childHasAppropriateAdult: Guard<'accept-offer', OfferedCase> = ({ state, data }) =>
  unless(isAdult(state.record.facts) || data.appropriateAdult !== null, 'appropriate-adult-needed');
