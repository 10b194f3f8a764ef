import type { CaseActor } from '../../access/index.ts';
import type { WaymarkTransaction } from '../../db/index.ts';
import type { CalendarDay } from '../../shared/calendar-day.ts';
import type { Result } from '../../shared/result.ts';
import type { EarlierDiversion } from '../domain/earlier-diversion.ts';
import type { Offence } from '../domain/offence.ts';
import type { Person } from '../domain/person.ts';
import type { RecordedDecision, RecordedFacts } from '../domain/recorded-decision.ts';
import type { SchemeCatalogue } from './scheme-catalogue.ts';
import type { TriageStore } from '../store/triage-store.ts';

/** What a finished triage hands to the case that it opens. */
export interface CaseOpening {
  readonly caseId: string;
  readonly force: string;
  readonly person: Person;
  readonly offence: Offence;
  readonly facts: RecordedFacts;
  /** What the person preferred not to say. */
  readonly declined: readonly string[];
  /** What was answered by our records, which show nothing. */
  readonly fromRecords: readonly string[];
  /** Of every scheme in reach of the force, as of today. */
  readonly decisions: readonly RecordedDecision[];
  readonly isDemonstration: boolean;
}

/** The case that was opened, and where its log ends. */
export interface OpenedCase {
  readonly caseId: string;
  readonly sequence: number;
}

/** Opens a case in the transaction in which its triage is finished: both are kept, or neither. */
export type OpenCase = (
  transaction: WaymarkTransaction,
  actor: CaseActor,
  opening: CaseOpening,
) => Promise<Result<OpenedCase, { readonly says: string; readonly detail: string | null }>>;

/** Whoever may be looked for among earlier cases. */
export type SoughtPerson = Pick<Person, 'name'> & { readonly bornOn: CalendarDay };

/** The earlier diversions of somebody, among the cases that the actor may see; the look is recorded. */
export type EarlierDiversions = (actor: CaseActor, person: SoughtPerson) => Promise<readonly EarlierDiversion[]>;

/** What the use-cases of this room work with: joined in compose.ts, made up in tests. */
export interface TriageWork {
  readonly store: TriageStore;
  readonly catalogue: SchemeCatalogue;
  readonly clock: () => Date;
  /** A new random UUID. */
  readonly newId: () => string;
  /** This room knows nothing of cases: whoever puts the rooms together gives it the way to open one. */
  readonly openCase: OpenCase;
  /** In the same way. */
  readonly earlierDiversions: EarlierDiversions;
}
