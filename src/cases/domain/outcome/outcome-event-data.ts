/** What the events of an outcome hold, and those of a charge. */
import type { EventDataMaker } from '../attempt.ts';
import type { NotCompletedCase, OpenCase, ReturnedCase } from '../case-state.ts';
import type { CaseWithGivenOutcome } from './given-outcome.ts';
import { consequenceThatFollows } from './consequence.ts';
import { legalBasisOf } from './law-of-outcome.ts';
import { statutoryTimeLimit } from './statutory-time-limit.ts';

export const outcomeRecorded: EventDataMaker<'outcome-recorded', 'record-outcome'> = ({ data, context }) => ({
  ...data,
  legalBasis: legalBasisOf(context.law, data, context.scheme?.disposals),
});

export const outcomeGiven: EventDataMaker<'outcome-given', 'give-outcome'> = ({ data, context }) => ({
  ...data,
  legalBasis: legalBasisOf(context.law, data, context.scheme?.disposals),
  givenOn: context.today,
});

export const outcomeCorrected: EventDataMaker<'outcome-corrected', 'correct-outcome', OpenCase> = ({
  state,
  data: { to, reason },
  context,
}) => ({
  was: state.record.outcomeGiven?.type ?? null,
  to: to && { ...to, legalBasis: legalBasisOf(context.law, to, context.scheme?.disposals) },
  reason,
});

export const closedWithOutcome: EventDataMaker<'closed-with-outcome', 'close-case', CaseWithGivenOutcome> = ({
  state,
  data,
}) => ({
  outcomeType: state.record.outcomeGiven?.type ?? null,
  activity: state.status === 'completed' || state.status === 'not-completed' ? state.status : 'not-begun',
  reason: data.reason,
});

export const returnedForProsecution: EventDataMaker<
  'returned-for-prosecution',
  'return-for-prosecution',
  ReturnedCase | NotCompletedCase
> = ({ state, data, context }) => {
  const follows = consequenceThatFollows(state, context.scheme);
  return {
    ...data,
    consequence: follows.is === 'consequence' ? follows.consequence : 'prosecution',
    timeLimit: statutoryTimeLimit(context.law, state.record, context.today),
  };
};
