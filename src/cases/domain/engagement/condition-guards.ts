import { unless, type CaseGuard, type Guard } from '../attempt.ts';
import { conditionById, type EngagingCase } from '../case-state.ts';
import { nextBreachStep } from './breach-ladder.ts';

export const conditionIsAgreed: Guard<'vary-condition', EngagingCase> = ({ state, data }) =>
  unless(conditionById(state.agreement, data.conditionId) !== null, 'condition-not-known');

/** One person asks and another approves, each with the right to, so that nobody eases or tightens terms alone. */
export const askedBySomebodyElse: Guard<'vary-condition'> = ({ data, context }) =>
  unless(
    context.rightsOfProposer.has('propose-variation') && data.proposedBy.accountId !== context.actor.accountId,
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
