/** The tables of cases, of what follows from them, and of the documents they were decided by. */
import type { ColumnType } from 'kysely';

export interface CaseTables {
  document_versions: DocumentVersionsTable;
  cases: CasesTable;
  case_progress: CaseProgressTable;
  case_events: CaseEventsTable;
  case_log: CaseLogView;
  referrals: ReferralsTable;
  provider_side_events: ProviderSideEventsView;
  provider_progress: ProviderProgressView;
  triage_drafts: TriageDraftsTable;
  condition_proposals: ConditionProposalsTable;
  case_words: CaseWordsTable;
  referral_words: ReferralWordsTable;
  overrides_of_force: CaseLogView;
}

/** JSON: written as text, read back parsed, in the shape that `shape` beside it says: read through src/stored/. */
type Json = ColumnType<unknown, string, string>;
type NullableJson = ColumnType<unknown, string | null, string | null>;
type Fixed<Value> = ColumnType<Value, Value, never>;

/** Documents by the hash of their content; append-only. */
interface DocumentVersionsTable {
  kind: Fixed<'scheme' | 'vocabulary' | 'law'>;
  version: Fixed<string>;
  document_id: Fixed<string>;
  document: ColumnType<unknown, string, never>;
  shape: Fixed<number>;
}

/** What stands beside a case's log: who the person is, and whose case it is. */
interface CasesTable {
  force: Fixed<string>;
  case_id: Fixed<string>;
  organisation_id: Fixed<string>;
  reference: Fixed<string>;
  opened_by: Fixed<string>;
  opened_at: Fixed<Date>;
  person_name: string;
  person_key: string | null;
  person: Json;
  shape: number;
  is_demonstration: Fixed<boolean>;
}

/** Where each case stands, for lists. */
interface CaseProgressTable {
  force: Fixed<string>;
  case_id: Fixed<string>;
  organisation_id: Fixed<string>;
  status: string;
  sequence: number;
  scheme_id: string | null;
  scheme_version: string | null;
  offer_accepted_at: Date | null;
  first_contact_at: Date | null;
  next_appointment_at: Date | null;
  provider_organisation_id: string | null;
  provider_name: string | null;
  verdict_changed: boolean;
  closed_how: string | null;
  outcome_type: string | null;
  updated_at: Date;
}

/** Append-only and chained (kind `case`, chain = case_id). */
interface CaseEventsTable {
  force: Fixed<string>;
  case_id: Fixed<string>;
  sequence: Fixed<number>;
  type: Fixed<string>;
  data: ColumnType<unknown, string, never>;
  shape: Fixed<number>;
  recorded_at: Fixed<Date>;
  account_id: Fixed<string>;
  organisation_id: Fixed<string>;
  author: ColumnType<unknown, string, never>;
  previous_hash: Fixed<string>;
  hash: Fixed<string>;
}

/** A hand-over to a provider, and how far its side has come. */
interface ReferralsTable {
  force: Fixed<string>;
  referral_id: Fixed<string>;
  case_id: Fixed<string>;
  organisation_id: Fixed<string>;
  reference: Fixed<string>;
  scheme_version: Fixed<string>;
  offer_accepted_at: Fixed<Date>;
  referred_at: Fixed<Date>;
  status: string;
  sequence: number;
  hand_over: NullableJson;
  /** Where the case's log says so. */
  referred_sequence: Fixed<number>;
  /** YYYY-MM-DD; null where there was no agreement. */
  agreement_signed_on: Fixed<string | null>;
  contacted_before_at: Fixed<Date | null>;
  on_hold: ColumnType<boolean, boolean | undefined, boolean>;
  shape: number;
  is_demonstration: Fixed<boolean>;
}

interface TriageDraftsTable {
  force: Fixed<string>;
  draft_id: Fixed<string>;
  organisation_id: Fixed<string>;
  account_id: Fixed<string>;
  started_at: Fixed<Date>;
  updated_at: Date;
  person: NullableJson;
  offence: Json;
  facts: Json;
  answered: Json;
  shape: number;
  finished_as: string | null;
  is_demonstration: Fixed<boolean>;
}

interface ConditionProposalsTable {
  force: Fixed<string>;
  proposal_id: Fixed<string>;
  case_id: Fixed<string>;
  organisation_id: Fixed<string>;
  condition_id: Fixed<string>;
  to_words: Fixed<string>;
  reason: Fixed<string>;
  proposed_by: ColumnType<unknown, string, never>;
  shape: Fixed<number>;
  proposed_at: Fixed<Date>;
  settled_at: ColumnType<Date | null, never, Date>;
  settled_by: ColumnType<string | null, never, string>;
  approved: ColumnType<boolean | null, never, boolean>;
}

/** The log as the police read it: of a provider's events what may cross. */
interface CaseLogView {
  force: ColumnType<string, never, never>;
  case_id: ColumnType<string, never, never>;
  sequence: ColumnType<number, never, never>;
  type: ColumnType<string, never, never>;
  data: ColumnType<unknown, never, never>;
  shape: ColumnType<number, never, never>;
  recorded_at: ColumnType<Date, never, never>;
  author: ColumnType<unknown, never, never>;
}

/** The part of the log that a provider has: each referral's own event and those of its side since. */
interface ProviderSideEventsView {
  referral_id: ColumnType<string, never, never>;
  force: ColumnType<string, never, never>;
  case_id: ColumnType<string, never, never>;
  sequence: ColumnType<number, never, never>;
  type: ColumnType<string, never, never>;
  data: ColumnType<unknown, never, never>;
  shape: ColumnType<number, never, never>;
  recorded_at: ColumnType<Date, never, never>;
  author: ColumnType<unknown, never, never>;
}

/** How a provider's own part of a case stands; where the log ends it may set and not read. */
interface ProviderProgressView {
  force: ColumnType<string, never, never>;
  case_id: ColumnType<string, never, never>;
  provider_organisation_id: ColumnType<string, never, never>;
  status: ColumnType<string, never, string>;
  first_contact_at: ColumnType<Date | null, never, Date | null>;
  next_appointment_at: ColumnType<Date | null, never, Date | null>;
  sequence: ColumnType<number, never, number>;
  updated_at: ColumnType<Date, never, Date>;
  last_recorded_at: ColumnType<Date | null, never, never>;
}

/** The words by which the police find a case, each between spaces: triggers write them. */
interface CaseWordsTable {
  force: ColumnType<string, never, never>;
  case_id: ColumnType<string, never, never>;
  organisation_id: ColumnType<string, never, never>;
  words: ColumnType<string, never, never>;
}

/** The words by which a provider finds a referral, each between spaces: triggers write them. */
interface ReferralWordsTable {
  force: ColumnType<string, never, never>;
  referral_id: ColumnType<string, never, never>;
  organisation_id: ColumnType<string, never, never>;
  words: ColumnType<string, never, never>;
}
