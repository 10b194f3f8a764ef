import type { PlaceToTake } from '../../../providers/index.ts';
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
      return insistOnPlace(recorded, await cases.takePlace(placeOf(recorded, event.data)));
    case 'appointment-moved': {
      const { appointmentId: from, supersededBy: appointmentId, startsAt } = event.data;
      return insistOnPlace(recorded, await cases.movePlace(from, placeOf(recorded, { appointmentId, startsAt })));
    }
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

function placeOf(
  { caseId, force, event: { at }, after }: RecordedEvent,
  { appointmentId, startsAt }: { readonly appointmentId: string; readonly startsAt: string },
): PlaceToTake {
  const referral = referralOf(after);
  if (referral === null) throw new Error(`Case ${caseId} has an appointment and no referral`);
  const { referralId, serviceId, providerOrganisationId: organisationId } = referral;
  return { force, caseId, referralId, serviceId, organisationId, appointmentId, startsAt, at };
}

function insistOnPlace({ event }: RecordedEvent, taken: Awaited<ReturnType<CaseTransaction['takePlace']>>): void {
  if (taken === 'none-free' || (taken === 'no-such-time' && event.type === 'place-booked'))
    throw new NoPlaceLeft(`No place is left for ${event.type}`);
}

function referralOf({ state }: PoliceCase | ProviderCase) {
  return 'referral' in state ? state.referral : null;
}
