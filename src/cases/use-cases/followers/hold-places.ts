import type { CaseEvent, EventType } from '../../domain/case-event.ts';
import type { CaseTransaction } from '../../store/case-store.ts';
import type { PoliceCase, ProviderCase, RecordedEvent } from './follower.ts';

/** Thrown where an appointment is at a published time of which every place is taken: it undoes the event. */
export class NoPlaceLeft extends Error {}

/**
 * An appointment at a published time of its service takes one of that time's places, whoever books it; one that is moved or
 * cancelled frees it. Where the person's part with the provider ends, whatever ends it, the places still to come are free.
 */
export async function holdPlaces(cases: CaseTransaction, recorded: RecordedEvent): Promise<void> {
  const { event, caseId } = recorded;
  switch (event.type) {
    case 'place-booked':
    case 'appointment-booked':
      return take(cases, recorded, event.data);
    case 'appointment-moved':
      await cases.freePlace(event.data.appointmentId, event.at);
      return take(cases, recorded, { appointmentId: event.data.supersededBy, startsAt: event.data.startsAt });
    case 'appointment-cancelled':
      return cases.freePlace(event.data.appointmentId, event.at);
    default:
      if (endsThePart(event)) await cases.freePlacesToCome(caseId, event.at);
  }
}

const ENDINGS: readonly EventType[] = [
  'referral-rejected',
  'activity-completed',
  'activity-not-completed',
  'outcome-recorded',
  'closed-with-outcome',
  'returned-for-prosecution',
  'no-further-consequence',
  'case-withdrawn',
];

function endsThePart({ type }: CaseEvent): boolean {
  return ENDINGS.includes(type);
}

async function take(
  cases: CaseTransaction,
  { caseId, force, event: { type, at }, after }: RecordedEvent,
  { appointmentId, startsAt }: { readonly appointmentId: string; readonly startsAt: string },
): Promise<void> {
  const referral = referralOf(after);
  if (referral === null) throw new Error(`Case ${caseId} has an appointment and no referral`);
  const { referralId, serviceId, providerOrganisationId: organisationId } = referral;
  const place = { force, caseId, referralId, serviceId, organisationId, appointmentId, startsAt, at };
  const taken = await cases.takePlace(place);
  if (taken === 'none-free' || (taken === 'no-such-time' && type === 'place-booked')) throw new NoPlaceLeft(startsAt);
}

function referralOf({ state }: PoliceCase | ProviderCase) {
  return 'referral' in state ? state.referral : null;
}
