/** Organisations that work with the people diverted: the services they offer, and the records they keep to themselves. */
export type {
  OwnEndingReason,
  OwnReason,
  OwnRejectionReason,
  PublishedService,
  Service,
  ServiceTime,
} from './domain/index.ts';
export { addService, servicesFor } from './services.ts';
export {
  addTreatmentRecord,
  storedTreatmentRecords,
  treatmentRecordsOf,
  type ContactMethod,
  type TreatmentRecord,
} from './treatment-records.ts';
export { freePlace, freePlacesToCome, movePlace, placesFreed, takePlace, type PlaceToTake } from './place-bookings.ts';
export { publishedServices, publishedTime, timesToCome, type ServicesOf } from './published-services.ts';
export { askFirstWords, momentWords, nearnessWords, noPlaceWords, whereWords } from './pages/words/places.ts';
export { modeWords } from './pages/words/services.ts';
export type { ProvidersStore } from './store/providers-store.ts';
export { providersRoom } from './providers-room.ts';
export { closeDay } from './use-cases/close-day.ts';
export { publishService } from './use-cases/publish-service.ts';
export { publishTimes } from './use-cases/publish-times.ts';
export type { ProvidersWork } from './use-cases/providers-work.ts';
export { publishDemonstrationPlaces } from './demonstration/publish-demonstration-places.ts';
