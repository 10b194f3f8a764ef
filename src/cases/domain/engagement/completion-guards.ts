/** What keeps an activity from being completed: nothing delivered, or less than planned and no reason. */
import { hasWords, unless, type CaseGuard, type Guard } from '../attempt.ts';
import type { ProviderSideOf } from '../case-state.ts';
import { doseOf, isAnythingDelivered, isShort } from './dose.ts';

type Engaging = ProviderSideOf<'engaging'>;

export const somethingWasDelivered: CaseGuard<Engaging> = ({ state, context }) =>
  unless(
    context.scheme !== null && isAnythingDelivered(doseOf(context.scheme, state.engagement.appointments)),
    'nothing-delivered',
  );

export const shortfallHasAReason: Guard<'complete-activity', Engaging> = ({ state, data, context }) => {
  const short = context.scheme !== null && isShort(doseOf(context.scheme, state.engagement.appointments));
  return unless(!short || hasWords(data.shortfallReason), 'shortfall-reason-needed');
};
