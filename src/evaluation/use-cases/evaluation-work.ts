import type { EvaluationThreads } from '../store/evaluation-threads.ts';
import type { EvaluationStore } from '../store/evaluations-store.ts';
import type { StudyUploads } from '../store/study-uploads.ts';
import type { EvaluationQueue } from './evaluation-queue.ts';

/** What carrying an evaluation out takes. */
export interface EvaluationMeans {
  readonly store: EvaluationStore;
  readonly uploads: StudyUploads;
  readonly threads: EvaluationThreads;
  readonly clock: () => Date;
  /** Told of a fault that kept an evaluation from its end. */
  readonly onFault: (fault: unknown, evaluationId: string) => void;
}

/** What the use-cases of kept evaluations work with: joined in main.ts, made up in tests. */
export interface EvaluationWork extends EvaluationMeans {
  readonly queue: EvaluationQueue;
  readonly newId: () => string;
}
