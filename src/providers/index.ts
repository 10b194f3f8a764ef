/** Organisations that work with the people diverted: the services they offer, and the records they keep to themselves. */
export type { OwnEndingReason, OwnReason, OwnRejectionReason } from './domain/index.ts';
export { addService, servicesFor, type Service } from './services.ts';
export {
  addTreatmentRecord,
  storedTreatmentRecords,
  treatmentRecordsOf,
  type ContactMethod,
  type TreatmentRecord,
} from './treatment-records.ts';
