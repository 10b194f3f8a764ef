import { acceptReferralPage } from '../accept-referral/page.ts';
import { readAcceptance } from '../accept-offer/form.ts';
import { acceptOfferPage } from '../accept-offer/page.ts';
import { readAmendment } from '../amend-fact/form.ts';
import { amendFactPage, amendmentLabels, factSoFar } from '../amend-fact/page.ts';
import { readBooking } from '../book-appointment/form.ts';
import { bookPage } from '../book-appointment/page.ts';
import { readCompletion } from '../complete-activity/form.ts';
import { completePage } from '../complete-activity/page.ts';
import { readEnding } from '../end-activity/form.ts';
import { endActivityPage } from '../end-activity/page.ts';
import { readMove } from '../move-appointment/form.ts';
import { movePage } from '../move-appointment/page.ts';
import { readOffer } from '../offer-scheme/form.ts';
import { offerPage } from '../offer-scheme/page.ts';
import { readOverride } from '../override-decision/form.ts';
import { overridePage } from '../override-decision/page.ts';
import { readAttendance } from '../record-attendance/form.ts';
import { attendancePage } from '../record-attendance/page.ts';
import { readBreach } from '../record-breach/form.ts';
import { breachPage } from '../record-breach/page.ts';
import { readContactAttempt } from '../record-contact-attempt/form.ts';
import { contactAttemptPage } from '../record-contact-attempt/page.ts';
import { readOutcome } from '../record-outcome/form.ts';
import { outcomePage } from '../record-outcome/page.ts';
import { readReferral } from '../refer-person/form.ts';
import { referPage } from '../refer-person/page.ts';
import { readRejection } from '../reject-referral/form.ts';
import { rejectPage } from '../reject-referral/page.ts';
import { readReturn } from '../return-for-prosecution/form.ts';
import { returnPage } from '../return-for-prosecution/page.ts';
import { readAgreement } from '../sign-agreement/form.ts';
import { agreementLabels, agreementPage, agreementSoFar } from '../sign-agreement/page.ts';
import { readApproval } from '../vary-condition/form.ts';
import { approveVariationPage } from '../vary-condition/page.ts';
import { readWithdrawal } from '../withdraw-case/form.ts';
import { withdrawPage } from '../withdraw-case/page.ts';
import type { ActType } from '../../use-cases/case-ask.ts';
import { type CaseForm, policeForm, providerForm, sharedForm } from './case-form.ts';
import { readReason, reasonPage } from './reason-form.ts';

const reason = { reason: 'Reason' } as const;
const moment = { 'on-day': 'Day', 'on-month': 'Month', 'on-year': 'Year', at: 'Time' } as const;

const declineOfferPage = reasonPage({
  title: 'The person declines the offer',
  button: 'Record that the offer was declined',
  label: 'Why does the person decline?',
  hint: 'What would have happened without the offer now follows, and no worse.',
});
const closePage = reasonPage({
  title: 'Close without further consequence',
  button: 'Close the case',
  label: 'Reason',
  ends: true,
});
const reopenPage = reasonPage({
  title: 'Reopen the case',
  button: 'Reopen',
  label: 'Why is it reopened?',
  hint: 'The case goes back to where it was before it was closed.',
});

/**
 * Everything that a page does to a case: its command, which is also the end of its address, how it is shown and read, and
 * what the next page says. A command without its form here does not compile.
 */
// prettier-ignore
export const caseForms: { readonly [C in ActType]: CaseForm<C> } = {
  'override-decision': policeForm({ command: 'override-decision', show: overridePage, read: readOverride, done: 'Decision overridden', labels: { to: 'Decision', ...reason, authority: 'Authority' } }),
  'offer-scheme': policeForm({ command: 'offer-scheme', show: offerPage, read: readOffer, done: 'Offer recorded', labels: { otherwise: 'Without the offer' } }),
  'accept-offer': policeForm({ command: 'accept-offer', show: acceptOfferPage, read: readAcceptance, done: 'Acceptance recorded', labels: { 'take-part': 'Consent to take part', share: 'Consent to share', 'adult-name': 'Appropriate adult', relationship: 'Who they are' } }),
  'decline-offer': policeForm({ command: 'decline-offer', show: declineOfferPage, read: readReason, done: 'Recorded that the offer was declined', labels: reason }),
  'sign-agreement': policeForm({ command: 'sign-agreement', show: agreementPage, startWith: agreementSoFar, read: readAgreement, done: 'Agreement recorded', labels: agreementLabels }),
  'refer-person': policeForm({ command: 'refer-person', show: referPage, read: readReferral, done: 'Referred to the provider', labels: { service: 'Service' } }),
  'vary-condition': policeForm({ command: 'vary-condition', show: approveVariationPage, read: readApproval, done: 'Change of the condition approved', labels: {} }),
  'record-breach': policeForm({ command: 'record-breach', show: breachPage, read: readBreach, done: 'Breach recorded', labels: { reason: 'What happened' } }),
  'end-activity': sharedForm({ command: 'end-activity', show: endActivityPage, read: readEnding, done: 'Activity ended, not completed', labels: { ...reason, words: 'In your words' } }),
  'record-outcome': policeForm({ command: 'record-outcome', show: outcomePage, read: readOutcome, done: 'Outcome recorded and case closed', labels: { responsibility: 'Responsibility accepted', evidence: 'Evidence sufficient', agrees: 'Agrees to the caution', victim: 'Victim asked', 'victim-view': 'What the victim says', serious: 'Serious case', inspector: 'Inspector', departure: 'Why not the scheme’s outcome', rationale: 'Reasons' } }),
  'return-for-prosecution': policeForm({ command: 'return-for-prosecution', show: returnPage, read: readReturn, done: 'Case returned and closed', labels: { charged: 'Charged or summonsed', ...reason } }),
  'close-without-consequence': policeForm({ command: 'close-without-consequence', show: closePage, read: readReason, done: 'Case closed without further consequence', labels: reason }),
  'withdraw-case': policeForm({ command: 'withdraw-case', show: withdrawPage, read: readWithdrawal, done: 'Case withdrawn and closed', labels: { ...reason, 'of-case': 'The other case' } }),
  'reopen-case': policeForm({ command: 'reopen-case', show: reopenPage, read: readReason, done: 'Case reopened', labels: reason }),
  'amend-fact': policeForm({ command: 'amend-fact', show: amendFactPage, startWith: factSoFar, read: readAmendment, done: 'Fact amended', labels: amendmentLabels }),

  'accept-referral': providerForm({ command: 'accept-referral', show: acceptReferralPage, read: () => ({ ok: true, value: { data: {} } }), done: 'Referral accepted', labels: {} }),
  'reject-referral': providerForm({ command: 'reject-referral', show: rejectPage, read: readRejection, done: 'Referral rejected. The police coordinator has it back', labels: { ...reason, words: 'In your words' } }),
  'record-contact-attempt': providerForm({ command: 'record-contact-attempt', show: contactAttemptPage, read: readContactAttempt, done: 'Attempt recorded', labels: { reached: 'Reached', how: 'How', words: 'Note' } }),
  'book-appointment': providerForm({ command: 'book-appointment', show: bookPage, read: readBooking, done: 'Appointment booked', labels: { step: 'For', ...moment, place: 'Where' } }),
  'move-appointment': providerForm({ command: 'move-appointment', show: movePage, read: readMove, done: 'Appointment moved', labels: { ...moment, whose: 'Whose doing' } }),
  'record-attendance': providerForm({ command: 'record-attendance', show: attendancePage, read: readAttendance, done: 'Attendance recorded', labels: { attendance: 'Attendance', 'whose-late': 'Whose doing', 'whose-missed': 'Whose doing', words: 'Note' } }),
  'complete-activity': providerForm({ command: 'complete-activity', show: completePage, read: readCompletion, done: 'Completion recorded. The police coordinator closes the case', labels: { 'shortfall-reason': 'Why it counts as completed' } }),
};
