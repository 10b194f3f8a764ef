import type { AuditedAction } from '../../audit/index.ts';
import type { CaseActor } from '../../access/index.ts';
import type { WaymarkTransaction } from '../../db/index.ts';
import type { PlaceToTake, PublishedService, Service, ServiceTime, TreatmentRecord } from '../../providers/index.ts';
import type { Vocabulary } from '../../eligibility/index.ts';
import type { Law, Scheme } from '../../schemes/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Author, Instant } from '../domain/author.ts';
import type { CappedCount } from '../domain/capped-count.ts';
import type { CaseEvent, EventOf, NumberedEvent } from '../domain/case-event.ts';
import type { OutcomeInBrief } from '../domain/outcome/index.ts';
import type { CaseProgress, EngagementProgress } from '../domain/case-progress.ts';
import type { CaseStatus, ProviderSideOf } from '../domain/case-state.ts';
import type { HandOver } from '../domain/engagement/index.ts';
import type { EarlierDiversion, Person, SoughtPerson } from '../../triage/index.ts';

/** A case as the police list it. */
export interface CaseRow {
  readonly caseId: string;
  readonly reference: string;
  readonly force: string;
  readonly personName: string;
  readonly isDemonstration: boolean;
  readonly openedBy: string;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly progress: CaseProgress;
}

/** What stands beside a case's log. */
export interface CaseFile {
  readonly caseId: string;
  readonly reference: string;
  readonly force: string;
  readonly person: Person;
  readonly isDemonstration: boolean;
}

/** A referral as its provider has it. */
export interface ReferralFile {
  readonly referralId: string;
  readonly caseId: string;
  readonly reference: string;
  readonly force: string;
  readonly organisationId: string;
  readonly schemeVersion: string;
  readonly offerAcceptedAt: Instant;
  /** Where the case stands; `closed` once the police have closed it. */
  readonly status: CaseStatus;
  /** The last entry of the case's log that this side knows of. */
  readonly sequence: number;
  /** Null once the referral was rejected: then there is nothing more to know. */
  readonly handOver: HandOver | null;
  /** The side as it was handed over. */
  readonly opening: ProviderSideOf<'referred'>;
  /** Whether the police have this side wait: a verdict has turned that the referral rests on. */
  readonly isOnHold: boolean;
  /** What has happened on this side since, in order. */
  readonly history: readonly NumberedEvent[];
  readonly isDemonstration: boolean;
}

/** The services that a person could be referred to, and their next times. */
export interface ServicesInReach {
  readonly services: readonly PublishedService[];
  readonly times: readonly ServiceTime[];
}

/** A change of a condition, asked for by a coordinator and waiting for a supervisor. */
export interface ConditionProposal {
  readonly proposalId: string;
  readonly caseId: string;
  readonly conditionId: string;
  readonly to: string;
  readonly reason: string;
  readonly proposedBy: Author;
  readonly proposedAt: Instant;
}

/** Where a chain ends: its last entry. Sequence 0 for a chain that has none. */
export interface LogEnd {
  readonly sequence: number;
  readonly hash: string;
  /** Of its last entry; null for a chain that has none. */
  readonly at: Instant | null;
}

export interface CaseListQuery {
  readonly statuses: readonly CaseStatus[];
  /** Only those that the actor opened. */
  readonly own: boolean;
  /** Only those waiting for first contact. */
  readonly awaitingContact: boolean;
  /** Only those with a change that waits for a supervisor. */
  readonly awaitingApproval: boolean;
  readonly search: string | null;
  readonly limit: number;
  readonly skip: number;
}

export interface ReferralQuery {
  readonly statuses: readonly CaseStatus[];
  /** Only those whose next appointment is on this day in London, or earlier: the earliest first. */
  readonly dueBy: CalendarDay | null;
  readonly search: string | null;
  readonly limit: number;
  readonly skip: number;
}

export interface CaseList extends CappedCount {
  readonly rows: readonly CaseRow[];
}

/** One decision that somebody took otherwise than the rules, with the case it is of. */
export interface OverrideRow {
  readonly caseId: string;
  readonly reference: string;
  readonly personName: string;
  readonly event: EventOf<'decision-overridden' | 'verdict-confirmed'>;
}

export interface OverrideList extends CappedCount {
  readonly rows: readonly OverrideRow[];
}

/** What somebody did or looked at, in the case's audit chain. */
export interface CaseAudit {
  readonly caseId: string;
  readonly action: AuditedAction;
  readonly at: Date;
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * What a use-case may do in its one transaction, within the rights of whoever asks: what they may not see is not
 * there. `lock` comes before reading what a change depends on; nobody else then changes that case in between.
 */
export interface CaseTransaction {
  /** The transaction itself, for what follows an event in another room's tables: a message, a job. */
  readonly database: WaymarkTransaction;
  lock(caseId: string): Promise<LogEnd>;
  /** The case's whole log, in order; empty for whoever may not read it. */
  events(caseId: string): Promise<readonly NumberedEvent[]>;
  file(caseId: string): Promise<CaseFile | null>;
  listCases(query: CaseListQuery): Promise<CaseList>;
  /** How often this person accepted an offer of the scheme in another case of the force, but for one that was withdrawn. */
  earlierTimes(caseId: string, scheme: string): Promise<number>;
  /** The diversions of the force that somebody of this name and birthday accepted, the latest first, each with its log's end. */
  earlierDiversions(
    sought: SoughtPerson & { readonly force: string },
  ): Promise<readonly (EarlierDiversion & { readonly sequence: number })[]>;
  openCase(opening: { file: CaseFile; openedBy: string; at: Instant }): Promise<void>;
  savePerson(caseId: string, person: Person): Promise<void>;
  /** Adds an event at the end of the log. `end` is what `lock` gave. */
  append(to: { caseId: string; force: string; end: LogEnd }, event: CaseEvent): Promise<LogEnd>;
  addProgress(
    of: { caseId: string; force: string; sequence: number; at: Instant },
    progress: CaseProgress,
  ): Promise<void>;
  saveProgress(
    of: { caseId: string; sequence: number; at: Instant },
    progress: CaseProgress | EngagementProgress,
  ): Promise<void>;

  /** The newest referral of a case that the actor may see. */
  referral(caseId: string): Promise<ReferralFile | null>;
  referrals(query: ReferralQuery): Promise<CappedCount & { readonly rows: readonly ReferralFile[] }>;
  addReferral(referral: ReferralFile): Promise<void>;
  saveReferral(
    referralId: string,
    /** A hand-over or a hold that is left out stays as it is. */
    change: Pick<ReferralFile, 'status' | 'sequence'> & Partial<Pick<ReferralFile, 'handOver' | 'isOnHold'>>,
  ): Promise<void>;
  addTreatmentRecord(record: TreatmentRecord, of: { force: string; referralId: string }): Promise<void>;
  treatmentRecords(caseId: string): Promise<readonly TreatmentRecord[]>;

  services(query: { scheme: string; force: string }): Promise<readonly Service[]>;

  /** The services of a force that take referrals, each with its next times from a moment on. */
  servicesInReach(of: {
    readonly force: string;
    readonly scheme?: string;
    readonly from: Instant;
  }): Promise<ServicesInReach>;
  publishedTime(timeId: string): Promise<ServiceTime | null>;
  /** Takes a place of the time that the service has published for that moment, if it has. */
  takePlace(place: PlaceToTake): Promise<'taken' | 'none-free' | 'no-such-time'>;
  /** The same for an appointment that supersedes another, whose place it frees. */
  movePlace(from: string, to: PlaceToTake): Promise<'taken' | 'none-free' | 'no-such-time'>;
  freePlace(appointmentId: string, at: Instant): Promise<void>;
  /** Frees the places of a case that are still to come at that moment. */
  freePlacesToCome(caseId: string, at: Instant): Promise<void>;

  /** The appointments of a case whose places were freed. */
  placesFreed(of: { readonly force: string; readonly caseId: string }): Promise<ReadonlySet<string>>;

  addProposal(proposal: ConditionProposal, force: string): Promise<void>;
  /** Those still waiting. */
  proposals(caseId: string): Promise<readonly ConditionProposal[]>;
  settleProposal(proposalId: string, settled: { at: Instant; by: string; approved: boolean }): Promise<void>;

  /** Keeps what decisions were made by; what is there already stays as it is. */
  keepDocuments(documents: {
    readonly schemes: readonly Scheme[];
    readonly laws: readonly Law[];
    readonly vocabulary: Vocabulary & { readonly version: string };
  }): Promise<void>;
  /** The scheme documents of those versions that are kept, by version. */
  schemes(versions: readonly string[]): Promise<ReadonlyMap<string, Scheme>>;
  /** The law documents of those versions that are kept, by version. */
  laws(versions: readonly string[]): Promise<ReadonlyMap<string, Law>>;
  /** The vocabularies of those versions that are kept, by version. */
  vocabularies(versions: readonly string[]): Promise<ReadonlyMap<string, Vocabulary>>;
  /** The outcomes that were given or closed a case, by case; null where one was taken back. */
  outcomesOf(caseIds: readonly string[]): Promise<ReadonlyMap<string, OutcomeInBrief | null>>;
  /** What was decided otherwise than the rules in the cases of the force, the newest first. */
  overrides(page: { readonly limit: number; readonly skip: number }): Promise<OverrideList>;
  audit(entry: CaseAudit): Promise<void>;
}

/** Where cases are kept. */
export interface CaseStore {
  /** One transaction in the rights of `actor`: all of it is kept, or nothing. */
  as<Answer>(actor: CaseActor, work: (cases: CaseTransaction) => Promise<Answer>): Promise<Answer>;
  /** The same in a transaction of `actor` that is open already. */
  within(transaction: WaymarkTransaction, actor: CaseActor): CaseTransaction;
}
