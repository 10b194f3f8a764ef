/** What keeps a fact or a date of birth from being amended, and decisions from being taken again. */
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { unless, type Guard } from '../attempt.ts';
import { recordOf, type CaseState } from '../case-state.ts';
import { presentValueOf } from './amended-record.ts';

/** The use-case decides again; where the amended facts don't parse there is nothing to decide on. */
export const factsCanBeDecided: Guard<'amend-fact'> = ({ data, context }) =>
  unless(context.decidedAgain !== null, 'fact-value-not-valid', data.fact);

/** The same of a date of birth that gives ages which no fact takes. */
export const agesCanBeDecided: Guard<'correct-birthday'> = ({ context }) =>
  unless(context.decidedAgain !== null, 'fact-value-not-valid');

/** The same of what was found out. */
export const answersCanBeDecided: Guard<'decide-again'> = ({ context }) =>
  unless(context.decidedAgain !== null, 'fact-value-not-valid');

export const factWouldChange: Guard<'amend-fact', CaseState> = ({ state, data }) =>
  unless(canonicalJson(presentValueOf(recordOf(state), data.fact)) !== canonicalJson(data.new), 'fact-unchanged');
