/** What keeps an agreement from being signed. */
import { unless, type CaseGuard, type Guard } from '../attempt.ts';
import type { AcceptedCase } from '../case-state.ts';

/** An agreement that the scheme asks for; or, under any scheme, a signature to give the consent that was refused. */
export const agreementIsAskedFor: CaseGuard<AcceptedCase> = ({ state, context }) =>
  unless(
    (context.scheme?.pathway.agreement ?? null) !== null || state.acceptance.share?.given === false,
    'no-agreement-asked-for',
  );

export const holdsWhatTheSchemeAsks: Guard<'sign-agreement'> = ({ data, context }) => {
  const kinds = new Set(data.conditions.map((condition) => condition.kind));
  const lacking = (context.scheme?.pathway.agreement?.mustInclude ?? []).filter((kind) => !kinds.has(kind));
  return unless(lacking.length === 0, 'condition-missing', lacking.join(', '));
};

export const noMoreThanTheSchemeAllows: Guard<'sign-agreement'> = ({ data, context }) => {
  const atMost = context.scheme?.pathway.agreement?.conditionsAtMost ?? null;
  return unless(atMost === null || data.conditions.length <= atMost, 'too-many-conditions', `At most ${atMost}.`);
};

export const eachConditionOnce: Guard<'sign-agreement'> = ({ data }) =>
  unless(
    new Set(data.conditions.map((condition) => condition.id)).size === data.conditions.length,
    'condition-repeated',
  );

export const signedByToday: Guard<'sign-agreement'> = ({ data, context }) =>
  unless(data.signedOn <= context.today, 'signed-in-the-future');
