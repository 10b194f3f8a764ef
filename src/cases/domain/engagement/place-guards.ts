import { freePlacesOf } from '../../../providers/domain/index.ts';
import { unless, type CaseGuard, type EventDataMaker, type Guard } from '../attempt.ts';
import type { ReferredCase } from '../case-state.ts';
import { heldByGuards } from '../event-data/held-by-guards.ts';
import { stepsOf } from './dose.ts';

/** One place before the provider has answered; more are the provider's to book. */
export const noPlaceIsBooked: CaseGuard<ReferredCase> = ({ state }) =>
  unless(state.booked === null, 'place-booked-already');

export const placeIsPublished: Guard<'book-place'> = ({ context }) => unless(context.place !== null, 'place-not-known');

export const placeIsOfTheService: Guard<'book-place', ReferredCase> = ({ state, context }) =>
  unless(context.place?.service.serviceId === state.referral.serviceId, 'place-of-another-service');

export const placeIsToCome: Guard<'book-place'> = ({ context }) =>
  unless(context.place !== null && context.place.time.startsAt > context.now, 'place-has-begun');

/** As far as is known now; when the place is taken the database counts once more. */
export const placeIsFree: Guard<'book-place'> = ({ context }) =>
  unless(context.place !== null && freePlacesOf(context.place.time) > 0, 'place-not-free');

/** The first step of the scheme: nobody is booked on a later one before the provider has met them. */
export const placeBooked: EventDataMaker<'place-booked', 'book-place'> = ({ data, context }) => {
  const { service, time } = heldByGuards(context.place, 'a published place');
  const particulars = heldByGuards(service.particulars, 'what the service says of itself');
  const [step = ''] = stepsOf(heldByGuards(context.scheme, 'the scheme that was offered'));
  const { startsAt, endsAt } = time;
  return { ...data, step, startsAt, endsAt, mode: particulars.mode, where: particulars.where };
};
