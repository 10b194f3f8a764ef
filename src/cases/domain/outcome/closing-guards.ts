import { hasWords, unless, type CaseGuard, type Guard, type Surroundings } from '../attempt.ts';
import { refusalOf } from '../case-refusal.ts';
import type { CompletedCase, NotCompletedCase, ReturnedCase } from '../case-state.ts';
import { refusalOfOutcome, waitsForActivity } from './outcome-rules.ts';
import { statutoryTimeLimit } from './statutory-time-limit.ts';
import { consequenceThatFollows } from './consequence.ts';

type Failed = NotCompletedCase | ReturnedCase;

export const outcomeIsLawful: Guard<'record-outcome', CompletedCase | NotCompletedCase> = ({
  state,
  data,
  context,
}) => {
  const code = refusalOfOutcome({
    ...data,
    law: context.law,
    record: state.record,
    ageToday: context.ageToday,
    actorRank: context.actor.rights.has('judge-as-sergeant') ? 'sergeant' : 'officer',
    schemeType: context.scheme?.outcome.completed.type ?? null,
    schemeKind: context.scheme?.kind ?? '',
    activityDone: state.status === 'completed',
    returnedForProsecution: false,
    timeLimitPassed: statutoryTimeLimit(context.law, state.record, context.today).passed,
    today: context.today,
    pcscCautionsCommenced: context.pcscCautionsCommenced,
  });
  return code === null ? null : refusalOf(code);
};

/** What counts when it is given needs no activity to be done; every other outcome waits for it. */
export const outcomeIsDue: CaseGuard<CompletedCase | NotCompletedCase> = ({ state, context }) => {
  const type = context.scheme?.outcome.completed.type ?? null;
  return unless(state.status === 'completed' || !waitsForActivity(context.law, type), 'activity-not-done');
};

/** What would have happened without the offer is the most that may happen after it. */
export const noWorseThanNoOffer: CaseGuard<Failed> = ({ state, context }) => {
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
