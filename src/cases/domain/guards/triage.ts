import { hasWords, unless, type Guard } from '../attempt.ts';
import { exclusionInLaw } from '../exclusion-in-law.ts';
import type { TriagedCase } from '../case-state.ts';
import type { Judge } from '../../../eligibility/index.ts';
import { ranksAskedFor } from '../ranks-asked-for.ts';
import { decisionFor, verdictThatCounts } from '../verdict-that-counts.ts';

export const somethingIsDecided: Guard<'triage-person'> = ({ said }) =>
  unless(said.decisions.length > 0, 'no-decision');

export const decidedForToday: Guard<'triage-person'> = ({ said, context }) =>
  unless(
    said.decisions.every((decision) => decision.asOf === context.today),
    'decision-for-another-day',
  );

export const schemeWasDecided: Guard<'override-decision' | 'offer-scheme', TriagedCase> = ({ state, said }) =>
  unless(decisionFor(state.record, said.scheme) !== undefined, 'scheme-not-known', said.scheme);

export const decisionWouldChange: Guard<'override-decision', TriagedCase> = ({ state, said }) =>
  unless(verdictThatCounts(state.record, said.scheme) !== said.to, 'nothing-to-override');

/** Nobody may let in whom the law keeps out; keeping somebody out needs no leave of the law. */
export const notPastTheLaw: Guard<'override-decision', TriagedCase> = ({ state, said }) => {
  if (said.to === 'ineligible') return null;
  const exclusion = exclusionInLaw(state.record.facts, state.record.offence);
  return (
    unless(exclusion !== 'excluded', 'excluded-in-law') ?? unless(exclusion !== 'not-settled', 'exclusion-not-settled')
  );
};

/** The ranks above officer that a scheme's questions of judgement ask for, and what each needs. */
export const ranksAreThere: Guard<'override-decision', TriagedCase> = ({ state, said, context }) => {
  const asked = ranksAskedFor(context.scheme, decisionFor(state.record, said.scheme));
  const asksFor = (...ranks: Judge[]) => asked.some((by) => ranks.includes(by));
  return (
    unless(!asksFor('sergeant', 'inspector') || context.actor.role === 'supervisor', 'supervisor-needed') ??
    unless(!asksFor('inspector', 'prosecutor') || hasWords(said.authority), 'authority-needed')
  );
};
