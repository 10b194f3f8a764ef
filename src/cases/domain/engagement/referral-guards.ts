/** What keeps a person from being referred, and a provider from acting on a referral. */
import { hasWords, unless, type CaseGuard, type Guard } from '../attempt.ts';
import { refusalOf } from '../case-refusal.ts';
import type { AcceptedCase, ProviderSide, SentBackCase } from '../case-state.ts';
import { sideOf } from '../side-of.ts';

type Referable = AcceptedCase | SentBackCase;

export const agreesToShare: CaseGuard<Referable> = ({ state }) =>
  state.acceptance.share === null
    ? refusalOf('nothing-to-refer-to')
    : unless(state.acceptance.share.given, 'no-consent-to-share');

export const agreementIsSigned: CaseGuard<Referable> = ({ state, context }) =>
  unless(state.agreement !== null || (context.scheme?.pathway.agreement ?? null) === null, 'agreement-not-signed');

export const serviceIsForThisCase: Guard<'refer-person', Referable> = ({ state, context }) => {
  const { service } = context;
  if (service === null) return unless(false, 'service-not-known');
  const serves = service.scheme === state.offer.scheme && service.force === state.record.force;
  return unless(serves, 'service-not-for-this-case');
};

/** A provider acts only on what was referred to its own organisation. */
export const referredToThem: CaseGuard<ProviderSide> = ({ state, context: { actor } }) =>
  unless(
    sideOf(actor) === 'police' || actor.organisationId === state.referral.providerOrganisationId,
    'not-referred-to-you',
  );

/** A provider takes nobody on while the police look at whether the person is still let in. */
export const policeDoNotHoldIt: CaseGuard<ProviderSide> = ({ context }) =>
  unless(!context.referralIsOnHold, 'referral-on-hold');

export const otherReasonHasWords: Guard<'reject-referral' | 'end-activity'> = ({ data }) =>
  unless(data.reason !== 'other' || hasWords(data.words), 'reason-needed');
