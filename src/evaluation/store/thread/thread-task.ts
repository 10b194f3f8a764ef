import type { DocumentFault } from '../../../documents/index.ts';
import type { Result } from '../../../shared/result.ts';
import type { DataFaults } from '../../domain/lifecycle/evaluation-refusal.ts';
import type { EvaluationProgress } from '../../designs/progress.ts';
import type { Plan } from '../../domain/plan/plan-document.ts';
import type { StudySource } from '../../domain/lifecycle/carry-out-evaluation-job.ts';
import type { EarlierRun, EvaluationResults } from '../evaluations-store.ts';
import type { UploadedFiles } from '../study-uploads.ts';

/** A study's data: files that were uploaded, or what to tell the generator of the demonstration. */
export type StudyData = UploadedFiles | Extract<StudySource, { kind: 'generated' }>;

export interface EvaluateTask {
  readonly kind: 'evaluate';
  readonly planText: string;
  readonly data: StudyData;
  readonly begunAt: Date;
  /** What was begun before, in order: a plan that came after the data had been seen is named, and what changed. */
  readonly earlier: readonly EarlierRun[];
}

/** What a thread is asked. */
export type ThreadTask =
  | { readonly kind: 'check'; readonly planText: string; readonly data: UploadedFiles | null }
  | EvaluateTask
  | { readonly kind: 'pdf'; readonly results: string; readonly madeAt: Date };

export type CheckAnswer = {
  readonly plan: Result<Pick<Plan, 'title' | 'hash'>, readonly DocumentFault[]>;
  readonly faults: DataFaults | null;
};
export type EvaluateAnswer = { readonly found: EvaluationResults } | { readonly faults: DataFaults };
export type PdfAnswer = { readonly pdf: Uint8Array };

/** What a thread says: how far it is, any number of times, and one answer. */
export type ThreadMessage =
  { readonly progress: EvaluationProgress } | { readonly answer: CheckAnswer | EvaluateAnswer | PdfAnswer };
