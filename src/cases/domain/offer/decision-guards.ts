import { hasWords, unless, type Guard } from '../attempt.ts';
import { exclusionInLaw } from './exclusion-in-law.ts';
import type { TriagedCase } from '../case-state.ts';
import type { Judge } from '../../../eligibility/index.ts';
import { ranksAskedFor } from './ranks-asked-for.ts';
import { decisionFor, verdictThatCounts } from './verdict-that-counts.ts';

export const somethingIsDecided: Guard<'triage-person'> = ({ data }) =>
  unless(data.decisions.length > 0, 'no-decision');

export const decidedForToday: Guard<'triage-person'> = ({ data, context }) =>
  unless(
    data.decisions.every((decision) => decision.asOf === context.today),
    'decision-for-another-day',
  );

export const schemeWasDecided: Guard<'override-decision' | 'offer-scheme', TriagedCase> = ({ state, data }) =>
  unless(decisionFor(state.record, data.scheme) !== undefined, 'scheme-not-known', data.scheme);

export const decisionWouldChange: Guard<'override-decision', TriagedCase> = ({ state, data }) =>
  unless(verdictThatCounts(state.record, data.scheme) !== data.to, 'nothing-to-override');

/** Nobody may let in whom the law keeps out; keeping somebody out needs no leave of the law. */
export const notPastTheLaw: Guard<'override-decision', TriagedCase> = ({ state, data }) => {
  if (data.to === 'ineligible') return null;
  const exclusion = exclusionInLaw(state.record.facts, state.record.offence);
  return (
    unless(exclusion !== 'excluded', 'excluded-in-law') ?? unless(exclusion !== 'not-settled', 'exclusion-not-settled')
  );
};

/** The ranks above officer that a scheme's questions of judgement ask for, and what each needs. */
export const ranksAreThere: Guard<'override-decision', TriagedCase> = ({ state, data, context }) => {
  const asked = ranksAskedFor(context.scheme, decisionFor(state.record, data.scheme));
  const asksFor = (...ranks: Judge[]) => asked.some((by) => ranks.includes(by));
  return (
    unless(!asksFor('sergeant', 'inspector') || context.actor.rights.has('judge-as-sergeant'), 'supervisor-needed') ??
    unless(!asksFor('inspector', 'prosecutor') || hasWords(data.authority), 'authority-needed')
  );
};
