import type { Instant } from '../author.ts';
import type { Attendance, CaseEvent, EventOf, EventType } from '../case-event.ts';
import type { Appointment, AppointmentFate, Engagement, ProviderSide, ProviderSideOf } from '../case-state.ts';
import { impossibleHistory } from '../impossible-history.ts';

type Engaging = ProviderSideOf<'engaging'>;
/** A provider's side on which people came, or did not: while the activity goes on, and once it has ended. */
type Engaged = ProviderSideOf<'engaging' | 'completed' | 'not-completed'>;
type EvolveSide<E extends EventType> = (side: ProviderSide, event: EventOf<E>) => ProviderSide;

/** What each event between referral and the end of the activity makes of a provider's side of a case. */
export const providerSideEvolvers = {
  'place-booked': fromReferred((side, { data: { appointmentId, step, startsAt } }) => ({
    ...side,
    booked: toCome(appointmentId, step, startsAt),
  })),
  // A rejected referral frees the place.
  'referral-rejected': fromReferred(({ booked: _, ...side }, { data }) => ({
    ...side,
    status: 'sent-back',
    rejection: data,
  })),
  'referral-accepted': fromReferred(({ booked, ...side }, { at }) => ({
    ...side,
    status: 'engaging',
    engagement: {
      acceptedAt: at,
      contactedBeforeAt: side.firstContactAt,
      appointments: booked === null ? [] : [booked],
      contactAttempts: [],
      breaches: [],
    },
  })),
  'contact-attempted': whileEngaging(attempted),
  'appointment-booked': whileEngaging((side, { data: { appointmentId, step, startsAt } }) =>
    withEngagement(side, { appointments: [...side.engagement.appointments, toCome(appointmentId, step, startsAt)] }),
  ),
  'appointment-moved': whileEngaging((side, { data }) =>
    withEngagement(side, { appointments: moved(side.engagement.appointments, data) }),
  ),
  'appointment-kept': whileEngaging((side, { at, data }) => attended(side, data.appointmentId, { is: 'kept' }, at)),
  'appointment-late': whileEngaging((side, { at, data: { appointmentId, whose } }) =>
    attended(side, appointmentId, { is: 'late', whose }, at),
  ),
  'appointment-missed': whileEngaging((side, { at, data: { appointmentId, whose } }) =>
    attended(side, appointmentId, { is: 'missed', whose }, at),
  ),
  'attendance-corrected': (side: ProviderSide, event: EventOf<'attendance-corrected'>) => {
    if (!('engagement' in side)) throw impossibleHistory(side, event.type);
    const { at, data } = event;
    const corrected = attended(side, data.appointmentId, data.to, at);
    return corrected.status === 'completed' ? withCorrectedDose(corrected, data) : corrected;
  },
  'appointment-cancelled': whileEngaging((side, { data: { appointmentId, whose } }) =>
    settle(side, appointmentId, { is: 'cancelled', whose }),
  ),
  'condition-varied': whileEngaging((side, { data }) => varied(side, data)),
  'breach-recorded': whileEngaging((side, { data }) =>
    withEngagement(side, { breaches: [...side.engagement.breaches, data.step] }),
  ),
  'activity-completed': whileEngaging((side, { data }) => ({ ...side, status: 'completed', ...data })),
  'activity-not-completed': whileEngaging((side, { data }) => ({ ...side, status: 'not-completed', ending: data })),
} satisfies { readonly [E in EventType]?: EvolveSide<E> };

export type ProviderSideEventType = keyof typeof providerSideEvolvers;

/** The events between referral and the end of the activity: those that a provider's side of a case is made of. */
export type ProviderSideEvent = EventOf<ProviderSideEventType>;

export function isProviderSideEvent(event: CaseEvent): event is ProviderSideEvent {
  return Object.hasOwn(providerSideEvolvers, event.type);
}

/** A provider's side of a case after an event. Throws on an event that can't have happened there. */
export function evolveProviderSide<E extends ProviderSideEventType>(
  side: ProviderSide,
  event: EventOf<E>,
): ProviderSide {
  const evolvers: { readonly [T in ProviderSideEventType]: EvolveSide<T> } = providerSideEvolvers;
  return evolvers[event.type](side, event);
}

/** The side that a hand-over and what followed lead to. */
export function replayProviderSide(opening: ProviderSideOf<'referred'>, events: readonly CaseEvent[]): ProviderSide {
  return events.reduce<ProviderSide>((side, event) => {
    if (!isProviderSideEvent(event)) throw impossibleHistory(side, event.type);
    return evolveProviderSide(side, event);
  }, opening);
}

function fromReferred<E extends EventType>(
  evolve: (side: ProviderSideOf<'referred'>, event: EventOf<E>) => ProviderSide,
): EvolveSide<E> {
  return (side, event) => {
    if (side.status !== 'referred') throw impossibleHistory(side, event.type);
    return evolve(side, event);
  };
}

function whileEngaging<E extends EventType>(
  evolve: (side: Engaging, event: EventOf<E>) => ProviderSide,
): EvolveSide<E> {
  return (side, event) => {
    if (side.status !== 'engaging') throw impossibleHistory(side, event.type);
    return evolve(side, event);
  };
}

/** An attempt to make contact; one that reached the person stops the clock. */
function attempted(state: Engaging, { at, data: { reached } }: EventOf<'contact-attempted'>): Engaging {
  const contactAttempts = [...state.engagement.contactAttempts, { at, reached }];
  return clocked(withEngagement(state, { contactAttempts }));
}

/**
 * Attendance as it is recorded, or corrected. Where the person came, contact was when the appointment began, not when
 * somebody got round to writing it down.
 */
function attended<Side extends Engaged>(state: Side, id: string, attendance: Attendance, at: Instant): Side {
  if (attendance.is === 'missed') return clocked(settle(state, id, attendance));
  const { appointments, acceptedAt } = state.engagement;
  const startsAt = appointments.find((appointment) => appointment.id === id)?.startsAt ?? at;
  const began = startsAt > acceptedAt ? startsAt : acceptedAt;
  return clocked(settle(state, id, { ...attendance, contactAt: began < at ? began : at }));
}

/**
 * The first contact stops the clock, in whatever order they were written down; worked out anew from all of them, so that
 * a correction that takes it away sets the clock going again.
 */
function clocked<Side extends Engaged>(state: Side): Side {
  const { contactedBeforeAt, contactAttempts, appointments } = state.engagement;
  const [firstContactAt = null] = [
    ...(contactedBeforeAt === null ? [] : [contactedBeforeAt]),
    ...contactAttempts.filter(({ reached }) => reached).map(({ at }) => at),
    ...appointments.flatMap(({ fate }) => ('contactAt' in fate ? [fate.contactAt] : [])),
  ].sort();
  return { ...state, firstContactAt };
}

/** What was delivered follows the correction too. */
function withCorrectedDose(
  state: ProviderSideOf<'completed'>,
  { appointmentId, from, to }: EventOf<'attendance-corrected'>['data'],
): ProviderSideOf<'completed'> {
  const step = state.engagement.appointments.find(({ id }) => id === appointmentId)?.step;
  const change = Number(to.is !== 'missed') - Number(from.is !== 'missed');
  const dose = state.dose.map((of) => (of.step === step ? { ...of, delivered: of.delivered + change } : of));
  return { ...state, dose };
}

function toCome(id: string, step: string, startsAt: Instant): Appointment {
  return { id, step, startsAt, fate: { is: 'to-come' } };
}

function settle<Side extends Engaged>(state: Side, id: string, fate: AppointmentFate): Side {
  const { appointments } = state.engagement;
  return withEngagement(state, {
    appointments: appointments.map((appointment) => (appointment.id === id ? { ...appointment, fate } : appointment)),
  });
}

function withEngagement<Side extends Engaged>(state: Side, change: Partial<Engagement>): Side {
  return { ...state, engagement: { ...state.engagement, ...change } };
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
  if (state.agreement === null)
    throw impossibleHistory({ status: 'engaging without an agreement' }, 'condition-varied');
  const conditions = state.agreement.conditions.map((condition) =>
    condition.id === conditionId ? { ...condition, words: to } : condition,
  );
  return { ...state, agreement: { ...state.agreement, conditions } };
}
