import type { Actor } from '../../access/index.ts';
import type { StudySource } from '../domain/lifecycle/carry-out-evaluation-job.ts';
import type { CountForm } from '../domain/disclosure/rounding.ts';
import type { ReleasedBefore } from '../domain/register/release-verdict.ts';
import type { BoardShare, Release, StoredEvaluation, SharedEvaluation } from '../domain/lifecycle/stored-evaluation.ts';

export interface NewEvaluation {
  readonly id: string;
  readonly title: string;
  readonly planText: string;
  readonly planHash: string;
  readonly begunAt: Date;
}

/** What a finished evaluation found: both texts as results.json has them. */
export interface EvaluationResults {
  readonly dataHash: string;
  readonly results: string;
  /** Small counts are out of it already. */
  readonly resultsForBoard: string;
  /** The same with its counts in fives. */
  readonly resultsForBoardRounded: string;
  /** Prints of the people who are studied. */
  readonly people: readonly string[];
  /** Forces that had a scheme, of whom people are studied. */
  readonly forces: readonly string[];
  readonly rows: number;
  readonly reoffences: number;
}

/** An evaluation that was begun before: its plan, and what it was run on where it was done. */
export interface EarlierRun {
  readonly planHash: string;
  readonly planText: string;
  readonly begunAt: Date;
  readonly dataHash: string | null;
  readonly rows: number | null;
  readonly reoffences: number | null;
}

/** How an evaluation ends. */
export type EvaluationEnd = { readonly finishedAt: Date } & (
  | ({ readonly state: 'done' } & EvaluationResults)
  | { readonly state: 'failed'; readonly problem: string }
  | { readonly state: 'cancelled' }
);

/** What a use-case may do with evaluations in its one transaction, as whoever asks. */
export interface EvaluationTransaction {
  /** Those of the evaluator's organisation, the newest first. Empty for everybody else. */
  list(): Promise<readonly StoredEvaluation[]>;
  find(id: string): Promise<StoredEvaluation | null>;
  planText(id: string): Promise<string | null>;
  /** results.json, for the evaluator; for a board's eyes, its counts in a form, where `forBoard`. Null before it is done. */
  results(id: string, forBoard: CountForm | null): Promise<string | null>;
  /** How it was released; null where it never was. */
  release(id: string): Promise<Release | null>;
  /** Every board that has an account here, and since when the report is shared with it. */
  boards(id: string): Promise<readonly BoardShare[]>;
  /** Releases that have people in common with it, whoever made them. Null where its own people are not known. */
  releasesBeside(id: string): Promise<readonly ReleasedBefore[] | null>;
  /** Those that boards were given, the last shared first. Empty for everybody but a board. */
  listShared(): Promise<readonly SharedEvaluation[]>;
  /** What a board was given to read; null where it was not. */
  findShared(id: string): Promise<(SharedEvaluation & { readonly results: string }) | null>;
  /** What the organisation begun before one of its evaluations, in order: their plans, and the data they were run on. */
  earlierThan(id: string): Promise<readonly EarlierRun[]>;
  /** Waits until nobody else of the organisation begins one; until the transaction's end nobody does. */
  beginAlone(): Promise<void>;
  add(evaluation: NewEvaluation): Promise<void>;
  /** Has it carried out, once this transaction is committed, by whichever program is free. */
  carryOut(id: string, source: StudySource): Promise<void>;
  /** False where it has ended, or is not there: then whoever carries it out stops. */
  progress(id: string, progress: { readonly share: number; readonly doing: string }): Promise<boolean>;
  /** False where it had ended already. */
  end(id: string, end: EvaluationEnd): Promise<boolean>;
  /** Waits until nobody else releases anything; until the transaction's end nobody does. */
  releaseAlone(): Promise<void>;
  /** Registers a release, the first time; it keeps its form and its version. */
  addRelease(id: string, counts: CountForm, at: Date): Promise<void>;
  /** Shares a released one with exactly these boards, from now on. None takes it back from all. */
  share(id: string, boardIds: readonly string[], at: Date): Promise<void>;
  audit(entry: EvaluationAudit): Promise<void>;
}

export interface EvaluationAudit {
  readonly id: string;
  readonly action:
    | 'evaluation-begun'
    | 'evaluation-done'
    | 'evaluation-failed'
    | 'evaluation-cancelled'
    | 'evaluation-viewed'
    | 'evaluation-downloaded'
    | 'evaluation-shared'
    | 'evaluation-withdrawn';
  readonly at: Date;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface LeftOver {
  readonly at: Date;
  readonly problem: string;
  /** Files that came in before this, and that no evaluation will read, are removed. */
  readonly uploadsBefore: Date;
}

export interface EvaluationStore {
  /** One transaction under row-level security for whoever asks: all of it is kept, or nothing. */
  as<Answer>(actor: Actor, work: (evaluations: EvaluationTransaction) => Promise<Answer>): Promise<Answer>;
  /**
   * Marks as failed what no job is there for any more, and removes files that were uploaded for nothing that goes on.
   * Answers how many evaluations there were.
   */
  closeLeftOver(closing: LeftOver): Promise<number>;
}
