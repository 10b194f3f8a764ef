import type { Actor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { EvaluationRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import type { EvaluationWork } from './evaluation-work.ts';

/** Stops an evaluation that runs or waits: nothing of it is kept but that it was begun and cancelled. */
export async function cancelEvaluation(
  { store, clock, queue }: Pick<EvaluationWork, 'store' | 'clock' | 'queue'>,
  actor: Actor,
  id: string,
): Promise<Result<null, EvaluationRefusal>> {
  if (actor.role !== 'evaluator') return refuse({ code: 'not-your-role' });
  return store.as(actor, async (kept) => {
    if ((await kept.find(id)) === null) return refuse({ code: 'evaluation-not-found' });
    const at = clock();
    if (!(await kept.end(id, { state: 'cancelled', finishedAt: at }))) return refuse({ code: 'has-ended' });
    await kept.audit({ id, action: 'evaluation-cancelled', at });
    // Elsewhere than here it stops when it next says how far it is.
    queue.cancel(id);
    return ok(null);
  });
}
