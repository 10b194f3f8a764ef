import type { Instant } from './author.ts';
import type { CaseEvent, EventOf } from './case-event.ts';
import type { Appointment, AppointmentFate, Engagement, ProviderSide, ProviderSideOf } from './case-state.ts';
import { impossibleHistory } from './impossible-history.ts';

const providerSideTypes = [
  'referral-rejected',
  'referral-accepted',
  'contact-attempted',
  'appointment-booked',
  'appointment-moved',
  'appointment-kept',
  'appointment-late',
  'appointment-missed',
  'condition-varied',
  'breach-recorded',
  'activity-completed',
  'activity-not-completed',
] as const;

/** The events between referral and the end of the activity: those that a provider's side of a case is made of. */
export type ProviderSideEvent = EventOf<(typeof providerSideTypes)[number]>;

export function isProviderSideEvent(event: CaseEvent): event is ProviderSideEvent {
  return (providerSideTypes as readonly string[]).includes(event.type);
}

type Engaging = ProviderSideOf<'engaging'>;

/** A provider's side of a case after an event. Throws on an event that can't have happened there. */
export function evolveProviderSide(
  state: ProviderSideOf<'referred'> | Engaging,
  event: ProviderSideEvent,
): ProviderSide {
  if (state.status === 'referred') return answered(state, event);
  switch (event.type) {
    case 'referral-rejected':
    case 'referral-accepted':
      throw impossibleHistory(state.status, event.type);
    case 'activity-completed':
      return { ...state, status: 'completed', ...event.data };
    case 'activity-not-completed':
      return { ...state, status: 'not-completed', ...event.data };
    default:
      return evolveEngagement(state, event);
  }
}

function answered(state: ProviderSideOf<'referred'>, event: ProviderSideEvent): ProviderSide {
  if (event.type === 'referral-rejected') return { ...state, status: 'sent-back', rejection: event.data };
  if (event.type !== 'referral-accepted') throw impossibleHistory(state.status, event.type);
  const engagement = { acceptedAt: event.at, appointments: [], contactAttempts: [], breaches: [] };
  return { ...state, status: 'engaging', engagement };
}

type WhileEngaging = Exclude<
  ProviderSideEvent,
  EventOf<'referral-rejected' | 'referral-accepted' | 'activity-completed' | 'activity-not-completed'>
>;

function evolveEngagement(state: Engaging, event: WhileEngaging): Engaging {
  const { engagement } = state;
  const engaged = (change: Partial<Engagement>): Engaging => ({ ...state, engagement: { ...engagement, ...change } });
  switch (event.type) {
    case 'contact-attempted': {
      const attempts = [...engagement.contactAttempts, { at: event.at, ...event.data }];
      const after = engaged({ contactAttempts: attempts });
      return event.data.reached ? contacted(after, event.at) : after;
    }
    case 'appointment-booked': {
      const { appointmentId: id, step, startsAt } = event.data;
      return engaged({ appointments: [...engagement.appointments, toCome(id, step, startsAt)] });
    }
    case 'appointment-moved':
      return engaged({ appointments: moved(engagement.appointments, event.data) });
    case 'appointment-kept':
      return came(state, event, { is: 'kept' });
    case 'appointment-late':
      return came(state, event, { is: 'late', whose: event.data.whose });
    case 'appointment-missed': {
      const fate = { is: 'missed', whose: event.data.whose } as const;
      return engaged({ appointments: settled(engagement, event.data.appointmentId, fate) });
    }
    case 'condition-varied':
      return varied(state, event.data);
    case 'breach-recorded':
      return engaged({ breaches: [...engagement.breaches, event.data.step] });
  }
}

/** The person came: contact was when the appointment began, not when somebody got round to writing it down. */
function came(
  state: Engaging,
  event: EventOf<'appointment-kept' | 'appointment-late'>,
  fate: AppointmentFate,
): Engaging {
  const { appointments, acceptedAt } = state.engagement;
  const startsAt = appointments.find(({ id }) => id === event.data.appointmentId)?.startsAt ?? event.at;
  const began = startsAt > acceptedAt ? startsAt : acceptedAt;
  const settledThere = { ...state.engagement, appointments: settled(state.engagement, event.data.appointmentId, fate) };
  return contacted({ ...state, engagement: settledThere }, began < event.at ? began : event.at);
}

/** Only the first contact stops the clock, in whatever order they were written down. */
function contacted(state: Engaging, at: Instant): Engaging {
  return state.firstContactAt === null || at < state.firstContactAt ? { ...state, firstContactAt: at } : state;
}

function toCome(id: string, step: string, startsAt: Instant): Appointment {
  return { id, step, startsAt, fate: { is: 'to-come' } };
}

function settled({ appointments }: Engagement, id: string, fate: AppointmentFate): readonly Appointment[] {
  return appointments.map((appointment) => (appointment.id === id ? { ...appointment, fate } : appointment));
}

/** The old appointment stays, superseded; the new one takes its step. */
function moved(
  appointments: readonly Appointment[],
  { appointmentId, supersededBy, startsAt, whose }: EventOf<'appointment-moved'>['data'],
): readonly Appointment[] {
  return appointments.flatMap((appointment) =>
    appointment.id === appointmentId
      ? [
          { ...appointment, fate: { is: 'superseded', by: supersededBy, whose } as const },
          toCome(supersededBy, appointment.step, startsAt),
        ]
      : [appointment],
  );
}

function varied(state: Engaging, { conditionId, to }: EventOf<'condition-varied'>['data']): Engaging {
  if (state.agreement === null) throw impossibleHistory('engaging without an agreement', 'condition-varied');
  const conditions = state.agreement.conditions.map((condition) =>
    condition.id === conditionId ? { ...condition, words: to } : condition,
  );
  return { ...state, agreement: { ...state.agreement, conditions } };
}

/** The side that a hand-over and what followed lead to. */
export function replayProviderSide(opening: ProviderSideOf<'referred'>, events: readonly CaseEvent[]): ProviderSide {
  return events.reduce<ProviderSide>((state, event) => {
    const goesOn = state.status === 'referred' || state.status === 'engaging';
    if (!goesOn || !isProviderSideEvent(event)) throw impossibleHistory(state.status, event.type);
    return evolveProviderSide(state, event);
  }, opening);
}
