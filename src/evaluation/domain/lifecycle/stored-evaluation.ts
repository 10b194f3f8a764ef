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

/** What a board sees in its list: only of what was shared with boards. */
export interface SharedEvaluation {
  readonly id: string;
  readonly title: string;
  /** The organisation that evaluated, by name. */
  readonly organisation: string;
  readonly finishedAt: Date;
  readonly sharedAt: Date;
  readonly isDemonstration: boolean;
}

export function hasEnded({ state }: Pick<StoredEvaluation, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}
