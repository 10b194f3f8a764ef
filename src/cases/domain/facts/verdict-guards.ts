/** What a verdict that an amendment has turned keeps from going on. */
import { unless, type CaseGuard } from '../attempt.ts';
import { recordOf, type CaseState, type TriagedCase } from '../case-state.ts';
import { unsettledVerdict } from './turned-verdicts.ts';

/** Before an offer a turned verdict is settled by deciding again. */
export const verdictsStand: CaseGuard<TriagedCase> = ({ state }) =>
  unless(recordOf(state).changedVerdicts.length === 0, 'decide-again-first');

/** After it, by whoever confirms that the case goes on, or withdraws it. */
export const verdictIsSettled: CaseGuard<CaseState> = ({ state }) =>
  unless(unsettledVerdict(state) === null, 'verdict-turned');

export const aVerdictHasTurned: CaseGuard<CaseState> = ({ state }) =>
  unless(unsettledVerdict(state) !== null, 'nothing-to-confirm');
