import { may, type Actor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { EvaluationRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import type { StoredEvaluation, SharedEvaluation } from '../domain/lifecycle/stored-evaluation.ts';
import type { EvaluationWork } from './evaluation-work.ts';

/** What an evaluator's organisation began, or what a board or a scheme's own people may read of it. */
export type EvaluationList =
  | { readonly for: 'evaluator'; readonly evaluations: readonly StoredEvaluation[] }
  | { readonly for: 'board'; readonly evaluations: readonly SharedEvaluation[] };

export async function listEvaluations(
  { store }: Pick<EvaluationWork, 'store'>,
  actor: Actor,
): Promise<Result<EvaluationList, Extract<EvaluationRefusal, { code: 'not-your-role' }>>> {
  if (may(actor, 'see-evaluations')) {
    return ok({ for: 'evaluator', evaluations: await store.as(actor, (evaluations) => evaluations.list()) });
  }
  if (may(actor, 'see-shared-evaluations') || may(actor, 'see-scheme-evaluations')) {
    return ok({ for: 'board', evaluations: await store.as(actor, (evaluations) => evaluations.listShared()) });
  }
  return refuse({ code: 'not-your-role', right: 'see-shared-evaluations' });
}
