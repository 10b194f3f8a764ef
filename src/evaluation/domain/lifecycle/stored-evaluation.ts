import type { CountForm } from '../disclosure/rounding.ts';

/** Where an evaluation stands. It is queued, then runs, and ends in one of the other three for good. */
export type EvaluationState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** An evaluation that was begun here, without its results. */
export interface StoredEvaluation {
  readonly id: string;
  readonly title: string;
  readonly state: EvaluationState;
  /** From 0 to 1. */
  readonly share: number;
  /** What is being done now; empty before and after. */
  readonly doing: string;
  /** Why it failed, for whoever began it. */
  readonly problem: string | null;
  readonly begunByName: string;
  readonly begunAt: Date;
  readonly finishedAt: Date | null;
  readonly planHash: string;
  readonly isDemonstration: boolean;
  readonly sharedWithBoardsAt: Date | null;
}

/** A report as it was released: it keeps its version and the form of its counts. */
export interface Release {
  readonly counts: CountForm;
  /** Which of the reports of this title it is. */
  readonly version: number;
  readonly releasedAt: Date;
}

/** A board, and whether a report is shared with it. */
export interface BoardShare {
  readonly boardId: string;
  readonly name: string;
  readonly sharedAt: Date | null;
}

/** What a board sees in its list: only of what was shared with boards. */
export interface SharedEvaluation {
  readonly id: string;
  readonly title: string;
  /** The organisation that evaluated, by name. */
  readonly organisation: string;
  readonly finishedAt: Date;
  readonly sharedAt: Date;
  readonly isDemonstration: boolean;
  readonly release: Release;
  /** The next report of the same title, where there is one. */
  readonly supersededBy: { readonly version: number; readonly releasedAt: Date } | null;
}

export function hasEnded({ state }: Pick<StoredEvaluation, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}
