import type { Actor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { BeginningRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import { hasEnded } from '../domain/lifecycle/stored-evaluation.ts';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import type { StudySource } from '../store/thread/thread-task.ts';
import type { EvaluationWork } from './evaluation-work.ts';

export interface BeginEvaluation {
  /** Under which the uploaded files are kept. */
  readonly id: string;
  readonly planText: string;
  readonly data: 'uploaded' | Extract<StudySource, { kind: 'generated' }>;
}

/** How many of one organisation may run or wait at a time. */
const WAITING_AT_MOST = 5;

/**
 * Begins an evaluation: the plan is read and its hash stored, then the data are looked through, and it waits for its
 * turn. Where something is wrong with plan or data, every fault is given and nothing is kept. The uploaded files are
 * gone when it ends, and at once where it does not begin.
 */
export async function beginEvaluation(
  work: EvaluationWork,
  actor: Actor,
  asked: BeginEvaluation,
): Promise<Result<{ readonly id: string }, BeginningRefusal>> {
  const begun = await tryToBegin(work, actor, asked);
  if (!begun.ok) await work.uploads.remove(asked.id);
  return begun;
}

async function tryToBegin(work: EvaluationWork, actor: Actor, { id, planText, data }: BeginEvaluation) {
  if (actor.role !== 'evaluator') return refuse({ code: 'not-your-role' } as const);
  const plan = parsePlan(planText, 'plan');
  const folder = work.uploads.folderOf(id);
  const faults = data === 'uploaded' ? await work.threads.check(folder) : null;
  if (!plan.ok || faults !== null) {
    return refuse({ code: 'faulty', planFaults: plan.ok ? [] : plan.refusal, data: faults } as const);
  }
  const begunAt = work.clock();
  const hasRoom = await work.store.as(actor, async (kept) => {
    const unfinished = (await kept.list()).filter((one) => !hasEnded(one));
    if (unfinished.length >= WAITING_AT_MOST) return false;
    await kept.add({ id, title: plan.value.title, planText, planHash: plan.value.hash, begunAt });
    await kept.audit({ id, action: 'evaluation-begun', at: begunAt, details: { planHash: plan.value.hash } });
    return true;
  });
  if (!hasRoom) return refuse({ code: 'too-many-waiting', atMost: WAITING_AT_MOST } as const);
  work.queue.add({ id, actor, planText, source: data === 'uploaded' ? { kind: 'uploaded', folder } : data });
  return ok({ id });
}
