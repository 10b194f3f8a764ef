import { hasWords, unless, type Guard } from '../attempt.ts';
import { refusalOf } from '../case-refusal.ts';
import type { CompletedCase, NotCompletedCase, ReturnedCase } from '../case-state.ts';
import { refusalOfOutcome } from '../outcome-rules.ts';
import { statutoryTimeLimit } from '../statutory-time-limit.ts';
import { consequenceThatFollows } from '../consequence.ts';

type Failed = NotCompletedCase | ReturnedCase;

export const outcomeIsLawful: Guard<'record-outcome', CompletedCase> = ({ state, data, context }) => {
  const code = refusalOfOutcome({
    ...data,
    record: state.record,
    schemeType: context.scheme?.outcome.completed.type ?? null,
    schemeKind: context.scheme?.kind ?? '',
    activityDone: true,
    returnedForProsecution: false,
    timeLimitPassed: statutoryTimeLimit(state.record, context.today).passed,
    today: context.today,
    pcscCautionsCommenced: context.pcscCautionsCommenced,
  });
  return code === null ? null : refusalOf(code);
};

/** What would have happened without the offer is the most that may happen after it. */
export const noWorseThanNoOffer: Guard<'return-for-prosecution', Failed> = ({ state, context }) => {
  const follows = consequenceThatFollows(state, context.scheme);
  if (follows.is === 'consequence') return null;
  return refusalOf(follows.because === 'scheme' ? 'scheme-says-no-prosecution' : 'worse-than-no-offer');
};

/** Returning is flagged when out of time; a charge itself is refused. */
export const chargeIsInTime: Guard<'return-for-prosecution', Failed> = ({ state, data, context }) =>
  unless(data.outcomeType === null || !statutoryTimeLimit(state.record, context.today).passed, 'time-limit-passed');

/** Where something follows, only its time limit or a supervisor's reasons let it fall. */
export const nothingFollowsOrASupervisorSaysSo: Guard<'close-without-consequence', Failed> = (attempt) => {
  const { state, data, context } = attempt;
  if (consequenceThatFollows(state, context.scheme).is === 'nothing') return null;
  if (statutoryTimeLimit(state.record, context.today).passed) return null;
  return unless(context.actor.role === 'supervisor' && hasWords(data.reason), 'scheme-says-consequence');
};

export const notItsOwnDuplicate: Guard<'withdraw-case'> = ({ data, context }) =>
  unless(data.reason.is !== 'duplicate' || data.reason.ofCase !== context.caseId, 'duplicate-of-itself');
