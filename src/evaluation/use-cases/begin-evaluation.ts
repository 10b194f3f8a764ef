import { may, type Actor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { BeginningRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import { hasEnded } from '../domain/lifecycle/stored-evaluation.ts';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import type { StudySource } from '../domain/lifecycle/carry-out-evaluation-job.ts';
import type { EvaluationWork } from './evaluation-work.ts';

export interface BeginEvaluation {
  /** Under which the uploaded files are evaluations. */
  readonly id: string;
  readonly planText: string;
  readonly source: StudySource;
}

/** How many of one organisation may run or wait at a time. */
const WAITING_AT_MOST = 5;

/**
 * Begins an evaluation: the plan is read and its hash stored, then the data are looked through, and it waits for a
 * program that carries it out. Where something is wrong with plan or data, every fault is answered and nothing is stored.
 * The uploaded files are gone when it ends, and at once where it does not begin.
 */
export async function beginEvaluation(
  work: EvaluationWork,
  actor: Actor,
  asked: BeginEvaluation,
): Promise<Result<{ readonly id: string }, BeginningRefusal>> {
  const begun = await tryToBegin(work, actor, asked);
  if (!begun.ok && may(actor, 'run-evaluations')) await work.uploads.remove(actor, asked.id);
  return begun;
}

async function tryToBegin(work: EvaluationWork, actor: Actor, { id, planText, source }: BeginEvaluation) {
  if (!may(actor, 'run-evaluations')) return refuse({ code: 'not-your-role', right: 'run-evaluations' } as const);
  const plan = parsePlan(planText, 'plan');
  const faults = source.kind === 'uploaded' ? await work.threads.check(await work.uploads.read(actor, id)) : null;
  if (!plan.ok || faults !== null) {
    return refuse({ code: 'faulty', planFaults: plan.ok ? [] : plan.refusal, data: faults } as const);
  }
  const begunAt = work.clock();
  const hasRoom = await work.store.as(actor, async (evaluations) => {
    const unfinished = (await evaluations.list()).filter((one) => !hasEnded(one));
    if (unfinished.length >= WAITING_AT_MOST) return false;
    await evaluations.add({ id, title: plan.value.title, planText, planHash: plan.value.hash, begunAt });
    await evaluations.audit({ id, action: 'evaluation-begun', at: begunAt, details: { planHash: plan.value.hash } });
    await evaluations.carryOut(id, source);
    return true;
  });
  if (!hasRoom) return refuse({ code: 'too-many-waiting', atMost: WAITING_AT_MOST } as const);
  return ok({ id });
}
