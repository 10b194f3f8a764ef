import type { caseForms } from '../../src/cases/pages/act/case-forms.ts';
import type { FormInput } from '../../src/cases/pages/act/case-form.ts';
import type { Situation } from './form-table.ts';
import { amendFact } from './tables/amend-fact.ts';
import {
  closeCase,
  correctOutcome,
  giveOutcome,
  recordOutcome,
  returnForProsecution,
  tellYouthJustice,
  withdrawCase,
} from './tables/closing-forms.ts';
import { confirmVerdict, decideAgain } from './tables/deciding-again-forms.ts';
import { offerScheme, overrideDecision } from './tables/decision-forms.ts';
import {
  acceptReferral,
  bookAppointment,
  cancelAppointment,
  completeActivity,
  correctAttendance,
  endActivity,
  moveAppointment,
  recordAttendance,
  recordBreach,
  recordContactAttempt,
  rejectReferral,
  varyCondition,
} from './tables/engagement-forms.ts';
import {
  acceptOffer,
  closeWithoutConsequence,
  bookPlace,
  declineOffer,
  referPerson,
  reopenCase,
  signAgreement,
} from './tables/offer-forms.ts';

/** The table of every form of a case. A form without one does not compile. */
export const caseFormTables: { readonly [Command in keyof typeof caseForms]: readonly Situation<FormInput>[] } = {
  'override-decision': overrideDecision,
  'offer-scheme': offerScheme,
  'accept-offer': acceptOffer,
  'decline-offer': declineOffer,
  'sign-agreement': signAgreement,
  'refer-person': referPerson,
  'book-place': bookPlace,
  'vary-condition': varyCondition,
  'record-breach': recordBreach,
  'give-outcome': giveOutcome,
  'correct-outcome': correctOutcome,
  'close-case': closeCase,
  'tell-youth-justice': tellYouthJustice,
  'record-outcome': recordOutcome,
  'return-for-prosecution': returnForProsecution,
  'close-without-consequence': closeWithoutConsequence,
  'withdraw-case': withdrawCase,
  'reopen-case': reopenCase,
  'amend-fact': amendFact,
  'decide-again': decideAgain,
  'confirm-verdict': confirmVerdict,
  'accept-referral': acceptReferral,
  'reject-referral': rejectReferral,
  'record-contact-attempt': recordContactAttempt,
  'book-appointment': bookAppointment,
  'move-appointment': moveAppointment,
  'record-attendance': recordAttendance,
  'correct-attendance': correctAttendance,
  'cancel-appointment': cancelAppointment,
  'complete-activity': completeActivity,
  'end-activity': endActivity,
};
