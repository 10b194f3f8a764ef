import { unless, type Guard } from '../attempt.ts';
import { refusalOf } from '../case-refusal.ts';
import { conditionById, type EngagingCase } from '../case-state.ts';
import { nextBreachStep } from '../breach-ladder.ts';

export const conditionIsAgreed: Guard<'vary-condition', EngagingCase> = ({ state, said }) =>
  unless(conditionById(state.agreement, said.conditionId) !== null, 'condition-not-known');

/** A coordinator asks and a supervisor approves: two people, so that nobody eases or tightens terms alone. */
export const askedByACoordinator: Guard<'vary-condition'> = ({ said, context }) =>
  unless(
    said.proposedBy.role === 'coordinator' && said.proposedBy.accountId !== context.actor.accountId,
    'second-person-needed',
  );

export const isTheNextBreachStep: Guard<'record-breach', EngagingCase> = ({ state, said, context }) => {
  const next = context.scheme && nextBreachStep(context.scheme, state.engagement.breaches);
  if (next === null) return refusalOf('no-breach-step-left');
  return unless(said.step === next, 'breach-step-out-of-order', next);
};
