/** What a provider has for itself, and what it publishes: services, times and the places of each, as far as nothing is read or written for it. */
export {
  ownEndingReasonSchema,
  ownReasonSchema,
  ownRejectionReasonSchema,
  type OwnEndingReason,
  type OwnReason,
  type OwnRejectionReason,
} from './own-reasons.ts';
export { placesFor, type Nearness, type NoPlaceBecause, type Place, type PlacesFor } from './places-for.ts';
export { freePlacesOf, type Particulars, type PublishedService, type ServiceTime } from './particulars.ts';
export type { Service } from './service.ts';
export { serviceKindSchema, serviceModeSchema, type ServiceKind, type ServiceMode } from './service-kinds.ts';
export { weeklyTimes, type WeeklySeries } from './weekly-times.ts';
export type { AskFirst, Need } from './whom-it-takes.ts';
