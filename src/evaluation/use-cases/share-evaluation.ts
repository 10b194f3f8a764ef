import { may, type Actor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { EvaluationRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import type { EvaluationWork } from './evaluation-work.ts';

type Work = Pick<EvaluationWork, 'store' | 'clock'>;

/** Lets every board that has an account here read the suppressed report. Sharing again changes nothing. */
export function shareEvaluation(work: Work, actor: Actor, id: string): Promise<Result<null, EvaluationRefusal>> {
  return change(work, actor, { id, isShared: true });
}

/** Takes the report back from boards. What they have read or downloaded they have. */
export function withdrawEvaluation(work: Work, actor: Actor, id: string): Promise<Result<null, EvaluationRefusal>> {
  return change(work, actor, { id, isShared: false });
}

async function change(
  { store, clock }: Work,
  actor: Actor,
  { id, isShared }: { readonly id: string; readonly isShared: boolean },
): Promise<Result<null, EvaluationRefusal>> {
  if (!may(actor, 'share-evaluations')) return refuse({ code: 'not-your-role', right: 'share-evaluations' });
  return store.as(actor, async (evaluations) => {
    const evaluation = await evaluations.find(id);
    if (evaluation === null) return refuse({ code: 'evaluation-not-found' });
    if (evaluation.state !== 'done') return refuse({ code: 'not-done' });
    if ((evaluation.sharedWithBoardsAt !== null) === isShared) return ok(null);
    const at = clock();
    await evaluations.share(id, isShared ? at : null);
    await evaluations.audit({ id, action: isShared ? 'evaluation-shared' : 'evaluation-withdrawn', at });
    return ok(null);
  });
}
