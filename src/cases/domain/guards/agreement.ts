import { unless, type Guard } from '../attempt.ts';

export const holdsWhatTheSchemeAsks: Guard<'sign-agreement'> = ({ said, context }) => {
  const kinds = new Set(said.conditions.map((condition) => condition.kind));
  const lacking = (context.scheme?.pathway.agreement?.mustInclude ?? []).filter((kind) => !kinds.has(kind));
  return unless(lacking.length === 0, 'condition-missing', lacking.join(', '));
};

export const noMoreThanTheSchemeAllows: Guard<'sign-agreement'> = ({ said, context }) => {
  const atMost = context.scheme?.pathway.agreement?.conditionsAtMost ?? null;
  return unless(atMost === null || said.conditions.length <= atMost, 'too-many-conditions', `At most ${atMost}.`);
};

export const eachConditionOnce: Guard<'sign-agreement'> = ({ said }) =>
  unless(
    new Set(said.conditions.map((condition) => condition.id)).size === said.conditions.length,
    'condition-repeated',
  );

export const signedByToday: Guard<'sign-agreement'> = ({ said, context }) =>
  unless(said.signedOn <= context.today, 'signed-in-the-future');
