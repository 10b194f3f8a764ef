/** What keeps an appointment from being booked, moved or cancelled, and attendance from being recorded or corrected. */
import { addDays, londonDayOf, type CalendarDay } from '../../../shared/calendar-day.ts';
import { canonicalJson } from '../../../shared/canonical-json.ts';
import { unless, type CaseGuard, type Guard } from '../attempt.ts';
import type { Instant } from '../author.ts';
import type { Attendance } from '../case-event.ts';
import { refusalOf } from '../case-refusal.ts';
import type { Appointment, ProviderSideOf } from '../case-state.ts';
import { stepsOf } from './dose.ts';

type Engaging = ProviderSideOf<'engaging'>;
type Engaged = ProviderSideOf<'engaging' | 'completed' | 'not-completed'>;

function appointmentOf(state: Engaged, id: string): Appointment | undefined {
  return state.engagement.appointments.find((appointment) => appointment.id === id);
}

export const stepIsTheSchemes: Guard<'book-appointment'> = ({ data, context }) =>
  unless(context.scheme !== null && stepsOf(context.scheme).includes(data.step), 'step-not-known', data.step);

export const numberIsFree: Guard<'book-appointment', Engaging> = ({ state, data }) =>
  unless(appointmentOf(state, data.appointmentId) === undefined, 'appointment-number-taken');

export const newNumberIsFree: Guard<'move-appointment', Engaging> = ({ state, data }) =>
  unless(appointmentOf(state, data.supersededBy) === undefined, 'appointment-number-taken');

/** There is an appointment of which nothing is written yet. */
export const anAppointmentIsToCome: CaseGuard<Engaging> = ({ state: { engagement } }) => {
  if (engagement.appointments.length === 0) return refusalOf('appointment-not-known');
  return unless(
    engagement.appointments.some(({ fate }) => fate.is === 'to-come'),
    'appointment-settled',
  );
};

/** What became of an appointment is written once, and corrected by an event of its own. */
export const appointmentIsOpen: Guard<'move-appointment' | 'record-attendance' | 'cancel-appointment', Engaging> = ({
  state,
  data,
}) => {
  const appointment = appointmentOf(state, data.appointmentId);
  if (appointment === undefined) return unless(false, 'appointment-not-known');
  return unless(appointment.fate.is === 'to-come', 'appointment-settled');
};

/** Only what was recorded can be corrected. */
export const attendanceIsRecorded: Guard<'correct-attendance', Engaged> = ({ state, data }) => {
  const appointment = appointmentOf(state, data.appointmentId);
  if (appointment === undefined) return unless(false, 'appointment-not-known');
  return unless(attendanceOf(appointment) !== null, 'attendance-not-recorded');
};

export const attendanceWouldChange: Guard<'correct-attendance', Engaged> = ({ state, data }) => {
  const appointment = appointmentOf(state, data.appointmentId);
  const recorded = appointment ? attendanceOf(appointment) : null;
  return unless(canonicalJson(recorded) !== canonicalJson(data.to), 'attendance-unchanged');
};

/** Of somebody who never came nothing was completed: then the case is not what a slip of the pen made of it. */
export const somethingStaysDelivered: Guard<'correct-attendance', Engaged> = ({ state, data }) => {
  if (state.status !== 'completed' || data.to.is !== 'missed') return null;
  const others = state.engagement.appointments.filter(({ id }) => id !== data.appointmentId);
  return unless(
    others.some(({ fate }) => fate.is === 'kept' || fate.is === 'late'),
    'nothing-would-be-delivered',
  );
};

/** There is an appointment whose attendance is recorded. */
export const someAttendanceIsRecorded: CaseGuard<Engaged> = ({ state: { engagement } }) =>
  unless(
    engagement.appointments.some((appointment) => attendanceOf(appointment) !== null),
    'attendance-not-recorded',
  );

/** What is recorded of who came; null where nothing is. */
export function attendanceOf({ fate }: Appointment): Attendance | null {
  if (fate.is === 'kept') return { is: 'kept' };
  return fate.is === 'late' || fate.is === 'missed' ? { is: fate.is, whose: fate.whose } : null;
}

/** Nobody was seen for a referral before it was made. A minute is the least that is typed. */
export const startsAfterReferral: Guard<'book-appointment' | 'move-appointment', Engaging> = ({ state, data }) =>
  unless(isAfterReferral(data.startsAt, state.referral.at), 'appointment-before-referral');

export const startsWithinTwoYears: Guard<'book-appointment' | 'move-appointment', Engaging> = ({ data, context }) =>
  unless(isWithinTwoYears(data.startsAt, context.today), 'appointment-too-far-ahead');

export function isAfterReferral(startsAt: Instant, referredAt: Instant): boolean {
  return startsAt.slice(0, 16) >= referredAt.slice(0, 16);
}

/** Further ahead it is a slip of the finger in the year. */
export function isWithinTwoYears(startsAt: Instant, today: CalendarDay): boolean {
  return londonDayOf(new Date(startsAt)) <= addDays(today, 2 * 365);
}

/** Somebody may come early on the day; nobody is late or missing before the time. */
export const appointmentHasBegun: Guard<'record-attendance', Engaging> = ({ state, data, context }) => {
  const startsAt = appointmentOf(state, data.appointmentId)?.startsAt ?? context.now;
  const hasBegun =
    data.attendance === 'kept' ? londonDayOf(new Date(startsAt)) <= context.today : startsAt <= context.now;
  return unless(hasBegun, 'appointment-not-yet');
};

export const whoseDoingIsGiven: Guard<'record-attendance'> = ({ data }) =>
  unless(data.attendance === 'kept' || data.whose !== null, 'whose-doing-needed');
