import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../../access/index.ts';
import { hasEnded, type StoredEvaluation } from '../domain/lifecycle/stored-evaluation.ts';
import { beginEvaluation } from '../use-cases/begin-evaluation.ts';
import type { EvaluationWork } from '../use-cases/evaluation-work.ts';
import { findEvaluation } from '../use-cases/find-evaluation.ts';
import { listEvaluations } from '../use-cases/list-evaluations.ts';
import { shareEvaluation, sharingChoices } from '../use-cases/share-evaluation.ts';

const SOURCE = { kind: 'generated', people: 3000, seed: 1 } as const;
const LOOK_EVERY_MS = 500;

/**
 * Gives the demonstration's evaluator one evaluation that is done and shared with boards, through the use-cases
 * themselves. Where somebody has begun others, nothing is done; one that was under way when the program was stopped is
 * waited for. Resolves when it is shared, or has ended otherwise. A program that does jobs is needed meanwhile.
 */
export async function loadDemonstrationEvaluation(
  work: EvaluationWork,
  evaluator: Actor,
  planText: string,
): Promise<void> {
  const id = await underWay(work, evaluator, planText);
  if (id === null) return;
  const ended = await untilEnded(work, evaluator, id);
  if (ended?.state !== 'done') return;
  const choices = await sharingChoices(work, evaluator, id);
  if (!choices.ok) return;
  const boardIds = choices.value.boards.map(({ boardId }) => boardId);
  await shareEvaluation(work, evaluator, { id, boardIds, counts: 'hidden' });
}

/** The id of the one evaluation to be waited for, begun where there is none; null where there is nothing to do. */
async function underWay(work: EvaluationWork, evaluator: Actor, planText: string): Promise<string | null> {
  const list = await listEvaluations(work, evaluator);
  if (!list.ok || list.value.for !== 'evaluator') return null;
  const [first, ...others] = list.value.evaluations.filter(({ state }) => state !== 'failed');
  if (first !== undefined) return others.length === 0 && !hasEnded(first) ? first.id : null;
  const begun = await beginEvaluation(work, evaluator, { id: work.newId(), planText, source: SOURCE });
  return begun.ok ? begun.value.id : null;
}

async function untilEnded(work: EvaluationWork, evaluator: Actor, id: string): Promise<StoredEvaluation | null> {
  for (;;) {
    const found = await findEvaluation(work, evaluator, id);
    if (!found.ok) return null;
    if (hasEnded(found.value)) return found.value;
    await pause(LOOK_EVERY_MS, undefined, { ref: false });
  }
}
