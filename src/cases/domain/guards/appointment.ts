import { londonDayOf } from '../../../shared/calendar-day.ts';
import { unless, type Guard } from '../attempt.ts';
import type { Appointment, ProviderSideOf } from '../case-state.ts';
import { stepsOf } from '../dose.ts';

type Engaging = ProviderSideOf<'engaging'>;

function appointmentOf(state: Engaging, id: string): Appointment | undefined {
  return state.engagement.appointments.find((appointment) => appointment.id === id);
}

export const stepIsTheSchemes: Guard<'book-appointment'> = ({ said, context }) =>
  unless(context.scheme !== null && stepsOf(context.scheme).includes(said.step), 'step-not-known', said.step);

export const numberIsFree: Guard<'book-appointment', Engaging> = ({ state, said }) =>
  unless(appointmentOf(state, said.appointmentId) === undefined, 'appointment-number-taken');

export const newNumberIsFree: Guard<'move-appointment', Engaging> = ({ state, said }) =>
  unless(appointmentOf(state, said.supersededBy) === undefined, 'appointment-number-taken');

/** What became of an appointment is written once. A correction is a new appointment, or a reopened case. */
export const appointmentIsOpen: Guard<'move-appointment' | 'record-attendance', Engaging> = ({ state, said }) => {
  const appointment = appointmentOf(state, said.appointmentId);
  if (appointment === undefined) return unless(false, 'appointment-not-known');
  return unless(appointment.fate.is === 'to-come', 'appointment-settled');
};

/** Somebody may come early on the day; nobody is late or missing before the time. */
export const appointmentHasBegun: Guard<'record-attendance', Engaging> = ({ state, said, context }) => {
  const startsAt = appointmentOf(state, said.appointmentId)?.startsAt ?? context.now;
  const hasBegun =
    said.attendance === 'kept' ? londonDayOf(new Date(startsAt)) <= context.today : startsAt <= context.now;
  return unless(hasBegun, 'appointment-not-yet');
};

export const whoseDoingIsSaid: Guard<'record-attendance'> = ({ said }) =>
  unless(said.attendance === 'kept' || said.whose !== null, 'whose-doing-needed');
