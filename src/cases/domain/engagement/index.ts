/** The rules while the person is with a provider: the referral and what crosses with it, contact, appointments, the dose, breaches and changes of conditions; and a provider’s own side of a case. */
export {
  anAppointmentIsToCome,
  appointmentHasBegun,
  appointmentIsOpen,
  attendanceIsRecorded,
  attendanceOf,
  attendanceWouldChange,
  isAfterReferral,
  isWithinTwoYears,
  newNumberIsFree,
  numberIsFree,
  someAttendanceIsRecorded,
  somethingStaysDelivered,
  startsAfterReferral,
  startsWithinTwoYears,
  stepIsTheSchemes,
  whoseDoingIsGiven,
} from './appointment-guards.ts';
export { nextBreachStep } from './breach-ladder.ts';
export { shortfallHasAReason, somethingWasDelivered } from './completion-guards.ts';
export {
  aBreachStepIsLeft,
  askedBySomebodyElse,
  conditionIsAgreed,
  conditionWouldChange,
  isTheNextBreachStep,
  repeatsCondition,
} from './condition-guards.ts';
export { doseOf, isShort, stepsOf } from './dose.ts';
export {
  activityCompleted,
  activityNotCompleted,
  appointmentCancelled,
  appointmentKept,
  appointmentNotKept,
  attendanceCorrected,
  cameInTime,
  cameLate,
  conditionVaried,
  didNotCome,
  personReferred,
  referralRejected,
} from './engagement-event-data.ts';
export {
  evolveProviderSide,
  isProviderSideEvent,
  replayProviderSide,
  type ProviderSideEventType,
} from './evolve-provider-side.ts';
export { clockFrom, firstContactClock, type FirstContactClock } from './first-contact-clock.ts';
export {
  noPlaceIsBooked,
  placeBooked,
  placeIsFree,
  placeIsOfTheService,
  placeIsPublished,
  placeIsToCome,
} from './place-guards.ts';
export { keptByProvider, type KeptByProvider } from './kept-by-provider.ts';
export { mayCross } from './provider-event-schemas.ts';
export { endingCrossesAs, rejectionCrossesAs } from './crossing-reasons.ts';
export { handOverOf, handOverSchema, type HandOver } from './hand-over.ts';
export {
  agreementIsSigned,
  agreesToShare,
  otherReasonHasWords,
  policeDoNotHoldIt,
  referredToThem,
  serviceIsForThisCase,
} from './referral-guards.ts';
