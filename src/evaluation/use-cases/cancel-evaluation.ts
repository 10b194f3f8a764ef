import { may, type Actor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { EvaluationRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import type { EvaluationWork } from './evaluation-work.ts';

/** Stops an evaluation that runs or waits: nothing of it is stored but that it was begun and cancelled. */
export async function cancelEvaluation(
  { store, clock, uploads }: Pick<EvaluationWork, 'store' | 'clock' | 'uploads'>,
  actor: Actor,
  id: string,
): Promise<Result<null, EvaluationRefusal>> {
  if (!may(actor, 'run-evaluations')) return refuse({ code: 'not-your-role', right: 'run-evaluations' });
  const cancelled = await store.as(actor, async (evaluations): Promise<Result<null, EvaluationRefusal>> => {
    if ((await evaluations.find(id)) === null) return refuse({ code: 'evaluation-not-found' });
    const at = clock();
    if (!(await evaluations.end(id, { state: 'cancelled', finishedAt: at }))) return refuse({ code: 'has-ended' });
    await evaluations.audit({ id, action: 'evaluation-cancelled', at });
    return ok(null);
  });
  // Whichever program carries it out sees within a second that it is not wanted any more.
  if (cancelled.ok) await uploads.remove(actor, id);
  return cancelled;
}
