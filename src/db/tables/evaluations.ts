import type { ColumnType } from 'kysely';

export interface EvaluationTables {
  evaluations: EvaluationsTable;
  evaluations_for_boards: EvaluationsForBoardsView;
  evaluation_people: EvaluationPeopleTable;
  evaluation_releases: EvaluationReleasesTable;
  evaluation_shares: EvaluationSharesTable;
  study_uploads: StudyUploadsTable;
}

/** Evaluations of an organisation that evaluates. Row-level security shows them to it alone. */
export interface EvaluationsTable {
  id: string;
  organisation_id: string;
  begun_by: string;
  begun_by_name: string;
  begun_at: Date;
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  /** From 0 to 1. */
  share: ColumnType<number, number | undefined, number>;
  doing: ColumnType<string, string | undefined, string>;
  finished_at: ColumnType<Date | null, Date | undefined, Date>;
  problem: ColumnType<string | null, string | undefined, string>;
  title: string;
  plan_text: string;
  plan_hash: string;
  data_hash: ColumnType<string | null, string | undefined, string>;
  /** JSON as it was written, every number in it. */
  results: ColumnType<unknown, string | undefined, string>;
  /** The same with small counts taken out. */
  results_for_board: ColumnType<unknown, string | undefined, string>;
  /** The same with counts in fives; null where it was carried out before there were such. */
  results_for_board_rounded: ColumnType<unknown, string | undefined, string>;
  cohort_rows: ColumnType<number | null, number | undefined, number>;
  reoffence_rows: ColumnType<number | null, number | undefined, number>;
  /** Forces that had a scheme, of whom people are studied. */
  forces: ColumnType<string[], string[] | undefined, string[]>;
  is_demonstration: boolean;
  shared_with_boards_at: ColumnType<Date | null, Date | undefined, Date | null>;
}

/** Prints of the people who are studied. Nobody reads them: the function `releases_beside` compares them. */
export interface EvaluationPeopleTable {
  evaluation_id: string;
  people: string[];
}

/** Every report that was released to boards, whether or not it was taken back. */
export interface EvaluationReleasesTable {
  evaluation_id: ColumnType<string, string, never>;
  organisation_id: ColumnType<string, string, never>;
  counts: ColumnType<'hidden' | 'rounded', 'hidden' | 'rounded', never>;
  version: ColumnType<number, number, never>;
  released_at: ColumnType<Date, Date, never>;
  released_by: ColumnType<string | null, string, never>;
}

/** With which boards a report is shared. */
export interface EvaluationSharesTable {
  evaluation_id: ColumnType<string, string, never>;
  board_id: ColumnType<string, string, never>;
  shared_at: Date;
  withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** What boards reach of the evaluations that were shared with them. */
export interface EvaluationsForBoardsView {
  id: ColumnType<string, never, never>;
  organisation_id: ColumnType<string, never, never>;
  begun_at: ColumnType<Date, never, never>;
  finished_at: ColumnType<Date, never, never>;
  title: ColumnType<string, never, never>;
  is_demonstration: ColumnType<boolean, never, never>;
  shared_with_boards_at: ColumnType<Date, never, never>;
  results: ColumnType<unknown, never, never>;
  counts: ColumnType<'hidden' | 'rounded', never, never>;
  version: ColumnType<number, never, never>;
  released_at: ColumnType<Date, never, never>;
  superseded_by_version: ColumnType<number | null, never, never>;
  superseded_at: ColumnType<Date | null, never, never>;
}

/** The files of a study while it is carried out, in chunks. Row-level security shows them to its organisation alone. */
export interface StudyUploadsTable {
  upload_id: string;
  file: 'cohort.csv' | 'reoffences.csv';
  chunk: number;
  organisation_id: string;
  uploaded_at: ColumnType<Date, Date | undefined, never>;
  content: Uint8Array;
}
