/** The tables of what providers offer and keep to themselves. */
import type { ColumnType } from 'kysely';

export interface ProviderTables {
  provider_services: ProviderServicesTable;
  treatment_records: TreatmentRecordsTable;
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
