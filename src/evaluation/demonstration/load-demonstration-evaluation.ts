import type { Actor } from '../../access/index.ts';
import { beginEvaluation } from '../use-cases/begin-evaluation.ts';
import type { EvaluationWork } from '../use-cases/evaluation-work.ts';
import { listEvaluations } from '../use-cases/list-evaluations.ts';
import { shareEvaluation } from '../use-cases/share-evaluation.ts';

const SOURCE = { kind: 'generated', people: 3000, seed: 1 } as const;

/**
 * Gives the demonstration's evaluator one evaluation that is done and shared with boards, through the use-cases
 * themselves. Where there is one that has not failed already, nothing is done. Resolves when it is shared.
 */
export async function loadDemonstrationEvaluation(
  work: EvaluationWork,
  evaluator: Actor,
  planText: string,
): Promise<void> {
  const list = await listEvaluations(work, evaluator);
  if (!list.ok || list.value.for !== 'evaluator') return;
  if (list.value.evaluations.some(({ state }) => state !== 'failed')) return;
  const begun = await beginEvaluation(work, evaluator, { id: work.newId(), planText, data: SOURCE });
  if (!begun.ok) return;
  await work.queue.idle();
  await shareEvaluation(work, evaluator, begun.value.id);
}
