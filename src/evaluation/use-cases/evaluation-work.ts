import type { EvaluationMeans } from './evaluation-means.ts';

/** What the use-cases of kept evaluations work with: joined in compose.ts, made up in tests. */
export interface EvaluationWork extends EvaluationMeans {
  readonly newId: () => string;
}
