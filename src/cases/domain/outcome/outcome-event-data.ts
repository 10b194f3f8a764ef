import type { EventDataMaker } from '../attempt.ts';
import type { NotCompletedCase, ReturnedCase } from '../case-state.ts';
import { consequenceThatFollows } from './consequence.ts';
import { legalBasisOf } from './outcome-rules.ts';
import { statutoryTimeLimit } from './statutory-time-limit.ts';

export const outcomeRecorded: EventDataMaker<'outcome-recorded', 'record-outcome'> = ({ data, context }) => ({
  ...data,
  legalBasis: legalBasisOf(context.law, data.type, data.basis),
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
