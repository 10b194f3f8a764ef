/** The tables of what providers offer and keep to themselves. */
import type { ColumnType } from 'kysely';

export interface ProviderTables {
  provider_services: ProviderServicesTable;
  treatment_records: TreatmentRecordsTable;
  service_particulars: ServiceParticularsTable;
  service_times: ServiceTimesTable;
  service_closures: ServiceClosuresTable;
  place_bookings: PlaceBookingsTable;
}

/** Which organisation serves which scheme in which force. */
interface ProviderServicesTable {
  service_id: string;
  organisation_id: string;
  scheme_id: string;
  force: string;
  name: string;
  takes_referrals: ColumnType<boolean, boolean | undefined, boolean>;
}

type Fixed<Value> = ColumnType<Value, Value, never>;

/** Append-only; seen by the provider alone. */
interface TreatmentRecordsTable {
  force: Fixed<string>;
  record_id: Fixed<string>;
  organisation_id: Fixed<string>;
  case_id: Fixed<string>;
  referral_id: Fixed<string>;
  sequence: Fixed<number>;
  how: Fixed<string | null>;
  place: Fixed<string | null>;
  words: Fixed<string | null>;
  reason: Fixed<string | null>;
  recorded_at: Fixed<Date>;
  account_id: Fixed<string>;
  recorded_by: Fixed<string>;
}

/** What a service says of itself, and whom it takes. */
interface ServiceParticularsTable {
  service_id: Fixed<string>;
  organisation_id: Fixed<string>;
  force: Fixed<string>;
  kind: string;
  mode: string;
  place: string;
  council: string | null;
  takes_from: ColumnType<string[], string[] | undefined, string[]>;
  youngest: number | null;
  oldest: number | null;
  languages: string[];
  step_free: boolean | null;
  updated_at: Date;
  account_id: string;
}

/** The published times of services, with how many places each has and how many are taken. */
interface ServiceTimesTable {
  time_id: Fixed<string>;
  service_id: Fixed<string>;
  organisation_id: Fixed<string>;
  force: Fixed<string>;
  starts_at: Fixed<Date>;
  ends_at: Fixed<Date>;
  takes: Fixed<number>;
  /** Triggers count. */
  taken: ColumnType<number, undefined, never>;
  published_at: Fixed<Date>;
  account_id: Fixed<string>;
}

/** The days in London on which a service is closed. */
interface ServiceClosuresTable {
  service_id: Fixed<string>;
  closed_on: Fixed<string>;
  organisation_id: Fixed<string>;
  force: Fixed<string>;
  reason: Fixed<string>;
  closed_at: Fixed<Date>;
  account_id: Fixed<string>;
}

/** Places taken by appointments of referrals; none is changed but to be freed. */
interface PlaceBookingsTable {
  force: Fixed<string>;
  appointment_id: Fixed<string>;
  time_id: Fixed<string>;
  organisation_id: Fixed<string>;
  case_id: Fixed<string>;
  referral_id: Fixed<string>;
  booked_at: Fixed<Date>;
  freed_at: ColumnType<Date | null, undefined, Date>;
}
