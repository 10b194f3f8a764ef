import { acceptReferralPage } from './accept-referral/page.ts';
import { readBooking } from './book-appointment/form.ts';
import { bookPage } from './book-appointment/page.ts';
import { readCancellation } from './cancel-appointment/form.ts';
import { cancelPage } from './cancel-appointment/page.ts';
import { readCorrectedAttendance } from './correct-attendance/form.ts';
import { attendanceSoFar, correctAttendancePage } from './correct-attendance/page.ts';
import { readCompletion } from './complete-activity/form.ts';
import { completePage } from './complete-activity/page.ts';
import { readEnding } from './end-activity/form.ts';
import { endActivityPage } from './end-activity/page.ts';
import { readMove } from './move-appointment/form.ts';
import { movePage } from './move-appointment/page.ts';
import { readAttendance } from './record-attendance/form.ts';
import { attendancePage } from './record-attendance/page.ts';
import { readBreach } from './record-breach/form.ts';
import { breachPage } from './record-breach/page.ts';
import { readContactAttempt } from './record-contact-attempt/form.ts';
import { contactAttemptPage } from './record-contact-attempt/page.ts';
import { readRejection } from './reject-referral/form.ts';
import { rejectPage } from './reject-referral/page.ts';
import { readApproval } from './vary-condition/form.ts';
import { approveVariationPage } from './vary-condition/page.ts';
import type { CaseCommandType } from '../../use-cases/requested-command.ts';
import { policeForm, providerForm, sharedForm, type CaseForm } from '../act/case-form.ts';

export { addVariationRoutes } from './propose-variation/route.ts';

const reason = { reason: 'Reason' } as const;
const moment = { 'on-day': 'Day', 'on-month': 'Month', 'on-year': 'Year', at: 'Time' } as const;

/** While the person is with a provider: what the provider does, and what the police do to the agreement meanwhile. */
// prettier-ignore
export const engagementForms = {
  'accept-referral': providerForm({ command: 'accept-referral', show: acceptReferralPage, read: () => ({ ok: true, value: { data: {} } }), done: 'Referral accepted', labels: {} }),
  'reject-referral': providerForm({ command: 'reject-referral', show: rejectPage, read: readRejection, done: 'Referral rejected. The police coordinator has it back', labels: { ...reason, words: 'In your words' } }),
  'record-contact-attempt': providerForm({ command: 'record-contact-attempt', show: contactAttemptPage, read: readContactAttempt, done: 'Attempt recorded', labels: { reached: 'Reached', how: 'How', words: 'Note' } }),
  'book-appointment': providerForm({ command: 'book-appointment', show: bookPage, read: readBooking, done: 'Appointment booked', labels: { step: 'For', ...moment, place: 'Where' } }),
  'move-appointment': providerForm({ command: 'move-appointment', show: movePage, read: readMove, done: 'Appointment moved', labels: { ...moment, whose: 'Whose doing' } }),
  'record-attendance': providerForm({ command: 'record-attendance', show: attendancePage, read: readAttendance, done: 'Attendance recorded', labels: { attendance: 'Attendance', 'whose-late': 'Whose doing', 'whose-missed': 'Whose doing', words: 'Note' } }),
  'correct-attendance': providerForm({ command: 'correct-attendance', show: correctAttendancePage, startWith: attendanceSoFar, read: readCorrectedAttendance, done: 'Attendance corrected', labels: { attendance: 'Attendance', 'whose-late': 'Whose doing', 'whose-missed': 'Whose doing', ...reason } }),
  'cancel-appointment': providerForm({ command: 'cancel-appointment', show: cancelPage, read: readCancellation, done: 'Appointment cancelled', labels: { whose: 'Whose doing', ...reason } }),
  'vary-condition': policeForm({ command: 'vary-condition', show: approveVariationPage, read: readApproval, done: 'Change of the condition approved', labels: {} }),
  'record-breach': policeForm({ command: 'record-breach', show: breachPage, read: readBreach, done: 'Breach recorded', labels: { reason: 'What happened' } }),
  'complete-activity': providerForm({ command: 'complete-activity', show: completePage, read: readCompletion, done: 'Completion recorded. The police coordinator closes the case', labels: { 'shortfall-reason': 'Why it counts as completed' } }),
  'end-activity': sharedForm({ command: 'end-activity', show: endActivityPage, read: readEnding, done: 'Activity ended, not completed', labels: { ...reason, words: 'In your words' } }),
} satisfies { readonly [C in CaseCommandType]?: CaseForm<C> };
