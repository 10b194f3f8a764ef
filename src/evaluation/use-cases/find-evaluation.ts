import { may, type Actor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { EvaluationRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import type { StoredEvaluation } from '../domain/lifecycle/stored-evaluation.ts';
import type { EvaluationWork } from './evaluation-work.ts';

/** An evaluation of the evaluator's organisation with its plan, and without what it found: a look that is not recorded. */
export async function findEvaluation(
  { store }: Pick<EvaluationWork, 'store'>,
  actor: Actor,
  id: string,
): Promise<Result<StoredEvaluation & { readonly planText: string }, EvaluationRefusal>> {
  if (!may(actor, 'see-evaluations')) return refuse({ code: 'not-your-role', right: 'see-evaluations' });
  return store.as(actor, async (evaluations) => {
    const found = await evaluations.find(id);
    if (found === null) return refuse({ code: 'evaluation-not-found' });
    return ok({ ...found, planText: (await evaluations.planText(id)) ?? '' });
  });
}
