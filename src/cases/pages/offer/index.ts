import { readAcceptance } from './accept-offer/form.ts';
import { acceptOfferPage } from './accept-offer/page.ts';
import { readPlace } from './book-place/form.ts';
import { bookPlacePage } from './book-place/page.ts';
import { readOffer } from './offer-scheme/form.ts';
import { offerPage } from './offer-scheme/page.ts';
import { readOverride } from './override-decision/form.ts';
import { overrideDone, overridePage } from './override-decision/page.ts';
import { readReferral } from './refer-person/form.ts';
import { referPage, referralSoFar } from './refer-person/page.ts';
import { readAgreement } from './sign-agreement/form.ts';
import { agreementLabels, agreementPage, agreementSoFar } from './sign-agreement/page.ts';
import type { CaseCommandType } from '../../use-cases/requested-command.ts';
import { policeForm, type CaseForm } from '../act/case-form.ts';
import { readReason, reasonPage } from '../act/reason-form.ts';

export { placesOfReferral } from './book-place/page.ts';
export { lawOpenIn } from './offer-scheme/law-to-settle.ts';
export { placesToCome } from './offer-scheme/places-before-offer.ts';

const reason = { reason: 'Reason' } as const;
const declineOfferPage = reasonPage({
  title: 'The person declines the offer',
  button: 'Record that the offer was declined',
  label: 'Why does the person decline?',
  hint: 'What would have happened without the offer now follows, and no worse.',
});

/** From the decision to the referral: what the police do with the person. */
// prettier-ignore
export const offerForms = {
  'override-decision': policeForm({ command: 'override-decision', show: overridePage, read: readOverride, done: overrideDone, labels: { to: 'Decision', ...reason, authority: 'Authority' } }),
  'offer-scheme': policeForm({ command: 'offer-scheme', show: offerPage, read: readOffer, done: 'Offer recorded', labels: { otherwise: 'Without the offer' } }),
  'accept-offer': policeForm({ command: 'accept-offer', show: acceptOfferPage, read: readAcceptance, done: 'Acceptance recorded', labels: { 'take-part': 'Consent to take part', share: 'Consent to share', 'adult-name': 'Appropriate adult', relationship: 'Who they are' } }),
  'decline-offer': policeForm({ command: 'decline-offer', show: declineOfferPage, read: readReason, done: 'Recorded that the offer was declined', labels: reason }),
  'sign-agreement': policeForm({ command: 'sign-agreement', show: agreementPage, startWith: agreementSoFar, read: readAgreement, done: 'Agreement recorded', labels: agreementLabels }),
  'refer-person': policeForm({ command: 'refer-person', show: referPage, startWith: referralSoFar, read: readReferral, done: 'Referred to the provider', labels: { service: 'Service', place: 'Place' } }),
  'book-place': policeForm({ command: 'book-place', show: bookPlacePage, read: readPlace, done: 'Place booked', labels: { place: 'Place' } }),
} satisfies { readonly [C in CaseCommandType]?: CaseForm<C> };
