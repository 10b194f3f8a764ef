/** What keeps a condition from being varied, and a breach from being recorded. */
import { unless, type CaseGuard, type Guard } from '../attempt.ts';
import type { Condition } from '../case-event.ts';
import { conditionById, type EngagingCase } from '../case-state.ts';
import { nextBreachStep } from './breach-ladder.ts';

export const conditionIsAgreed: Guard<'vary-condition', EngagingCase> = ({ state, data }) =>
  unless(conditionById(state.agreement, data.conditionId) !== null, 'condition-not-known');

/** Whether words say the same as a condition now does: how they are spaced changes nothing. */
export function repeatsCondition(condition: Condition, words: string): boolean {
  const spaced = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
  return spaced(condition.words) === spaced(words);
}

export const conditionWouldChange: Guard<'vary-condition', EngagingCase> = ({ state, data }) => {
  const condition = conditionById(state.agreement, data.conditionId);
  return unless(condition === null || !repeatsCondition(condition, data.to), 'condition-unchanged');
};

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
