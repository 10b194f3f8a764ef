import { londonDayOf } from '../../../shared/calendar-day.ts';
import { unless, type CaseGuard, type Guard } from '../attempt.ts';
import { refusalOf } from '../case-refusal.ts';
import type { Appointment, ProviderSideOf } from '../case-state.ts';
import { stepsOf } from './dose.ts';

type Engaging = ProviderSideOf<'engaging'>;

function appointmentOf(state: Engaging, id: string): Appointment | undefined {
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

/** What became of an appointment is written once. A correction is a new appointment, or a reopened case. */
export const appointmentIsOpen: Guard<'move-appointment' | 'record-attendance', Engaging> = ({ state, data }) => {
  const appointment = appointmentOf(state, data.appointmentId);
  if (appointment === undefined) return unless(false, 'appointment-not-known');
  return unless(appointment.fate.is === 'to-come', 'appointment-settled');
};

/** Somebody may come early on the day; nobody is late or missing before the time. */
export const appointmentHasBegun: Guard<'record-attendance', Engaging> = ({ state, data, context }) => {
  const startsAt = appointmentOf(state, data.appointmentId)?.startsAt ?? context.now;
  const hasBegun =
    data.attendance === 'kept' ? londonDayOf(new Date(startsAt)) <= context.today : startsAt <= context.now;
  return unless(hasBegun, 'appointment-not-yet');
};

export const whoseDoingIsGiven: Guard<'record-attendance'> = ({ data }) =>
  unless(data.attendance === 'kept' || data.whose !== null, 'whose-doing-needed');
