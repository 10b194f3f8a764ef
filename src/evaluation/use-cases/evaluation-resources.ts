import type { EvaluationThreads } from '../store/evaluation-threads.ts';
import type { EvaluationStore } from '../store/evaluations-store.ts';
import type { StudyUploads } from '../store/study-uploads.ts';

/** What carrying an evaluation out takes. */
export interface EvaluationResources {
  readonly store: EvaluationStore;
  readonly uploads: StudyUploads;
  readonly threads: EvaluationThreads;
  readonly clock: () => Date;
  /** Told of a fault that kept an evaluation from its end. */
  readonly onFault: (fault: unknown, evaluationId: string) => void;
}
