/** What keeps a scheme from being offered, and an offer from being accepted. */
import { unless, type CaseGuard, type Guard } from '../attempt.ts';
import { recordOf, type CaseState, type OfferedCase, type TriagedCase } from '../case-state.ts';
import { exclusionInLaw, isExcludedFromAll, lawInDecision } from './exclusion-in-law.ts';
import { isAdult } from '../known-facts.ts';
import { verdictThatCounts } from './verdict-that-counts.ts';

export const schemeIsLive: Guard<'offer-scheme'> = ({ context }) => unless(context.schemeIsLive, 'scheme-not-live');

export const notExcludedInLaw: CaseGuard<TriagedCase> = ({ state: { record }, context }) =>
  unless(!isExcludedFromAll(context.law, record, context), 'excluded-in-law');

/** Nothing is offered while the law may keep the person out. */
export const lawIsSettled: Guard<'offer-scheme', TriagedCase> = ({ state: { record }, data, context }) => {
  const { keepingOut, open } = lawInDecision(context.law, record, data.scheme);
  return (
    unless(exclusionInLaw(context.law, record, context) !== 'not-settled', 'exclusion-not-settled') ??
    unless(keepingOut.length === 0, 'excluded-in-law', keepingOut[0]?.says) ??
    unless(open.length === 0, 'exclusion-not-settled', open[0]?.says)
  );
};

/** Past the law nobody lets a case go on, nor while what the law turns on is not known. */
export const lawLetsIn: CaseGuard<CaseState> = ({ state, context }) => {
  const exclusion = exclusionInLaw(context.law, recordOf(state), context);
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
