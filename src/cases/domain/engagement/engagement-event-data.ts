/** What the events hold from the referral to the end of the activity, where that is not what the command held. */
import type { EventDataMaker } from '../attempt.ts';
import type { CommandData } from '../case-command.ts';
import { conditionById, type EngagingCase, type ProviderSideOf } from '../case-state.ts';
import type { OwnEndingReason } from '../../../providers/domain/index.ts';
import type { PoliceEndingReason } from '../case-event.ts';
import { sideOf } from '../side-of.ts';
import { attendanceOf } from './appointment-guards.ts';
import { endingCrossesAs, rejectionCrossesAs } from './crossing-reasons.ts';
import { doseOf } from './dose.ts';
import { heldByGuards } from '../event-data/held-by-guards.ts';

export const personReferred: EventDataMaker<'person-referred', 'refer-person'> = ({ data, context }) => {
  const { serviceId, name, organisationId, organisationName } = heldByGuards(context.service, 'a service');
  return {
    referralId: data.referralId,
    providerOrganisationId: organisationId,
    providerName: organisationName,
    serviceId,
    serviceName: name,
  };
};

/** Attendance as it is recorded: the person came in time, came late, or did not come. */
type Attendance = CommandData['record-attendance'];
export type CameInTime = Extract<Attendance, { readonly attendance: 'kept' }>;
export type CameLate = Extract<Attendance, { readonly attendance: 'late' }>;
export type DidNotCome = Extract<Attendance, { readonly attendance: 'missed' }>;

export function cameInTime(data: Attendance): data is CameInTime {
  return data.attendance === 'kept';
}

export function cameLate(data: Attendance): data is CameLate {
  return data.attendance === 'late';
}

export function didNotCome(data: Attendance): data is DidNotCome {
  return data.attendance === 'missed';
}

export function appointmentKept({ data }: { readonly data: CameInTime }) {
  return { appointmentId: data.appointmentId };
}

export function appointmentNotKept({ data }: { readonly data: CameLate | DidNotCome }) {
  return { appointmentId: data.appointmentId, whose: heldByGuards(data.whose, 'somebody whose doing it was') };
}

/** The police are told neither the provider's own reason nor its words: those it keeps (kept-by-provider.ts). */
export const referralRejected: EventDataMaker<'referral-rejected', 'reject-referral'> = ({ data }) => ({
  reason: rejectionCrossesAs[data.reason],
});

export const appointmentCancelled: EventDataMaker<'appointment-cancelled', 'cancel-appointment'> = ({
  data: { appointmentId, whose },
}) => ({ appointmentId, whose });

export const attendanceCorrected: EventDataMaker<
  'attendance-corrected',
  'correct-attendance',
  ProviderSideOf<'engaging' | 'completed' | 'not-completed'>
> = ({ state, data }) => {
  const appointment = state.engagement.appointments.find(({ id }) => id === data.appointmentId);
  const { appointmentId, to } = data;
  return {
    appointmentId,
    from: heldByGuards(appointment && attendanceOf(appointment), 'attendance that is recorded'),
    to,
  };
};

export const conditionVaried: EventDataMaker<'condition-varied', 'vary-condition', EngagingCase> = ({
  state,
  data,
}) => ({
  ...data,
  from: heldByGuards(conditionById(state.agreement, data.conditionId), 'that condition').words,
});

export const activityCompleted: EventDataMaker<
  'activity-completed',
  'complete-activity',
  ProviderSideOf<'engaging'>
> = ({ state, context }) => ({
  dose: doseOf(heldByGuards(context.scheme, 'a scheme'), state.engagement.appointments),
});

export const activityNotCompleted: EventDataMaker<'activity-not-completed', 'end-activity'> = ({
  data: { reason, words },
  context: { actor },
}) =>
  sideOf(actor) === 'police'
    ? { endedBy: 'police', reason: policeEndingReason(reason), words }
    : { endedBy: 'provider', reason: endingCrossesAs[endingReasonOfProvider(reason)] };

type EndingReason = CommandData['end-activity']['reason'];

/** Whoever of the police knows a provider's own reason says no more of it than the provider would. */
function policeEndingReason(reason: EndingReason): PoliceEndingReason {
  return reason === 'other' || reason === 'not-able-to-continue' ? reason : endingCrossesAs[reason];
}

/** The reason that says no more than that it went no further is no provider's own: of its own it is any other. */
function endingReasonOfProvider(reason: EndingReason): OwnEndingReason {
  return reason === 'not-able-to-continue' ? 'other' : reason;
}
