import { hasWords, unless, type Guard } from '../attempt.ts';
import type { ProviderCommandType } from '../case-command.ts';
import type { AcceptedCase, ProviderSide, SentBackCase } from '../case-state.ts';

type Referable = AcceptedCase | SentBackCase;

export const agreesToShare: Guard<'refer-person', Referable> = ({ state }) =>
  unless(state.acceptance.share.given, 'no-consent-to-share');

export const agreementIsSigned: Guard<'refer-person', Referable> = ({ state, context }) =>
  unless(state.agreement !== null || (context.scheme?.pathway.agreement ?? null) === null, 'agreement-not-signed');

export const serviceIsForThisCase: Guard<'refer-person', Referable> = ({ state, context }) => {
  const { service } = context;
  if (service === null) return unless(false, 'service-not-known');
  const serves = service.scheme === state.offer.scheme && service.force === state.record.force;
  return unless(serves, 'service-not-for-this-case');
};

/** A provider acts only on what was referred to its own organisation. */
export const referredToThem: Guard<ProviderCommandType, ProviderSide> = ({ state, context: { actor } }) =>
  unless(
    actor.role !== 'provider' || actor.organisationId === state.referral.providerOrganisationId,
    'not-referred-to-you',
  );

export const otherReasonHasWords: Guard<'reject-referral' | 'end-activity'> = ({ data }) =>
  unless(data.reason !== 'other' || hasWords(data.words), 'reason-needed');
