import { may, type Actor } from '../../access/index.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import type { BeginningRefusal } from '../domain/lifecycle/evaluation-refusal.ts';
import { TooMuchForAThread } from '../domain/lifecycle/too-much-for-a-thread.ts';
import { hasEnded } from '../domain/lifecycle/stored-evaluation.ts';
import type { StudySource } from '../domain/lifecycle/carry-out-evaluation-job.ts';
import type { EvaluationTransaction } from '../store/evaluations-store.ts';
import type { CheckStudy } from '../store/evaluation-threads.ts';
import type { CheckAnswer } from '../store/thread/thread-task.ts';
import type { EvaluationWork } from './evaluation-work.ts';

export interface BeginEvaluation {
  /** Under which the uploaded files are evaluations. */
  readonly id: string;
  readonly planText: string;
  readonly source: StudySource;
}

/** How many of one organisation may run or wait at a time. */
const WAITING_AT_MOST = 5;
const TOO_MANY = { code: 'too-many-waiting', atMost: WAITING_AT_MOST } as const;

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
  // Before anything is read: what is refused costs no thread.
  if (!(await work.store.as(actor, hasRoom))) return refuse(TOO_MANY);
  const readFiles = source.kind === 'uploaded' ? () => work.uploads.read(actor, id) : null;
  const read = await checked(work, { planText, readFiles });
  if (read === null) return refuse({ code: 'too-much-to-read' } as const);
  const { plan, faults } = read;
  if (!plan.ok || faults !== null) {
    return refuse({ code: 'faulty', planFaults: plan.ok ? [] : plan.refusal, data: faults } as const);
  }
  const { title, hash: planHash } = plan.value;
  const begunAt = work.clock();
  const isBegun = await work.store.as(actor, async (evaluations) => {
    // One after another, as of two that look at the same moment each would see the other's place free.
    await evaluations.beginAlone();
    if (!(await hasRoom(evaluations))) return false;
    await evaluations.add({ id, title, planText, planHash, begunAt });
    await evaluations.audit({ id, action: 'evaluation-begun', at: begunAt, details: { planHash } });
    await evaluations.carryOut(id, source);
    return true;
  });
  return isBegun ? ok({ id }) : refuse(TOO_MANY);
}

async function hasRoom(evaluations: EvaluationTransaction): Promise<boolean> {
  return (await evaluations.list()).filter((one) => !hasEnded(one)).length < WAITING_AT_MOST;
}

/** Null where it is more than can be read while somebody waits for the answer. */
async function checked({ threads }: EvaluationWork, study: CheckStudy): Promise<CheckAnswer | null> {
  try {
    return await threads.check(study);
  } catch (fault) {
    if (fault instanceof TooMuchForAThread) return null;
    throw fault;
  }
}
