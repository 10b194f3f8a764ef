import { unless, type CaseGuard, type Guard } from '../attempt.ts';
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

export const aBreachStepIsLeft: CaseGuard<EngagingCase> = ({ state, context }) =>
  unless(
    context.scheme !== null && nextBreachStep(context.scheme, state.engagement.breaches) !== null,
    'no-breach-step-left',
  );

export const isTheNextBreachStep: Guard<'record-breach', EngagingCase> = ({ state, data, context }) => {
  const next = context.scheme && nextBreachStep(context.scheme, state.engagement.breaches);
  return unless(data.step === next, 'breach-step-out-of-order', next);
};
