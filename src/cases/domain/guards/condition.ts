import { unless, type Guard } from '../attempt.ts';
import { refusalOf } from '../case-refusal.ts';
import { conditionById, type EngagingCase } from '../case-state.ts';
import { nextBreachStep } from '../breach-ladder.ts';

export const conditionIsAgreed: Guard<'vary-condition', EngagingCase> = ({ state, data }) =>
  unless(conditionById(state.agreement, data.conditionId) !== null, 'condition-not-known');

/** A coordinator asks and a supervisor approves: two people, so that nobody eases or tightens terms alone. */
export const askedByACoordinator: Guard<'vary-condition'> = ({ data, context }) =>
  unless(
    data.proposedBy.role === 'coordinator' && data.proposedBy.accountId !== context.actor.accountId,
    'second-person-needed',
  );

export const isTheNextBreachStep: Guard<'record-breach', EngagingCase> = ({ state, data, context }) => {
  const next = context.scheme && nextBreachStep(context.scheme, state.engagement.breaches);
  if (next === null) return refusalOf('no-breach-step-left');
  return unless(data.step === next, 'breach-step-out-of-order', next);
};
