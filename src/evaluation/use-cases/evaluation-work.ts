import type { EvaluationResources } from './evaluation-resources.ts';

/** What the use-cases of stored evaluations work with: joined in compose.ts, made up in tests. */
export interface EvaluationWork extends EvaluationResources {
  readonly newId: () => string;
}
