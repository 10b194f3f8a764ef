/** What keeps a case from being closed: by an outcome, by a charge, without consequence, or as withdrawn. */
import { hasWords, unless, type CaseGuard, type Guard, type Surroundings } from '../attempt.ts';
import { refusalOf } from '../case-refusal.ts';
import type { CompletedCase, NotCompletedCase, ReturnedCase } from '../case-state.ts';
import { attemptOf } from './attempt-of-command.ts';
import { givenOutcomeStands } from './given-outcome-stands.ts';
import { waitsForActivity } from './law-of-outcome.ts';
import { refusalOfChargeInLaw, refusedOutcome } from './outcome-rules.ts';
import { statutoryTimeLimit } from './statutory-time-limit.ts';
import { consequenceThatFollows } from './consequence.ts';

type Failed = NotCompletedCase | ReturnedCase;

export const outcomeIsLawful: Guard<'record-outcome', CompletedCase | NotCompletedCase> = (attempt) =>
  refusedOutcome(attemptOf(attempt));

/** What counts when it is given needs no activity to be done; every other outcome waits for it. */
export const outcomeIsDue: CaseGuard<CompletedCase | NotCompletedCase> = ({ state, context }) => {
  const type = context.scheme?.outcome.completed.type ?? null;
  const waits = waitsForActivity(context.law, type, context.scheme?.disposals);
  return unless(state.status === 'completed' || !waits, 'activity-not-done');
};

/** What would have happened without the offer is the most that may happen after it. */
export const noWorseThanNoOffer: CaseGuard<Failed> = ({ state, context }) => {
  if (givenOutcomeStands(context.law, state.record, context.scheme)) return refusalOf('outcome-stands');
  const follows = consequenceThatFollows(state, context.scheme);
  if (follows.is === 'consequence') return null;
  return refusalOf(follows.because === 'scheme' ? 'scheme-says-no-prosecution' : 'worse-than-no-offer');
};

/** Returning is flagged when out of time; a charge itself is refused. */
export const chargeIsInTime: Guard<'return-for-prosecution', Failed> = ({ state, data, context }) =>
  unless(
    data.outcomeType === null || !statutoryTimeLimit(context.law, state.record, context.today).passed,
    'time-limit-passed',
  );

/** Nobody is charged whom the law keeps from every charge, or may. */
export const chargeIsLawful: Guard<'return-for-prosecution', Failed> = ({ state, data, context }) => {
  const code = data.outcomeType === null ? null : refusalOfChargeInLaw(context.law, state.record, context.today);
  return code === null ? null : refusalOf(code);
};

/** Where something follows, only its time limit, or a supervisor with reasons, lets it fall. */
export const mayFall: CaseGuard<Failed> = ({ state, context }) =>
  unless(fallsByItself({ state, context }) || context.actor.rights.has('waive-consequence'), 'scheme-says-consequence');

export const supervisorHasReasons: Guard<'close-without-consequence', Failed> = ({ state, data, context }) =>
  unless(fallsByItself({ state, context }) || hasWords(data.reason), 'scheme-says-consequence');

function fallsByItself({ state, context }: { readonly state: Failed; readonly context: Surroundings }): boolean {
  const nothingFollows = consequenceThatFollows(state, context.scheme).is === 'nothing';
  return nothingFollows || statutoryTimeLimit(context.law, state.record, context.today).passed;
}

export const notItsOwnDuplicate: Guard<'withdraw-case'> = ({ data, context }) =>
  unless(data.reason.is !== 'duplicate' || data.reason.ofCase !== context.caseId, 'duplicate-of-itself');
