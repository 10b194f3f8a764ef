import { setInterval } from 'node:timers/promises';
import { rightsOf, type Actor } from '../../access/index.ts';
import { NotAvailable } from '../../shared/not-available.ts';
import type { EvaluationProgress } from '../designs/progress.ts';
import type { CarryOutEvaluation } from '../domain/lifecycle/carry-out-evaluation-job.ts';
import type { DataFault } from '../domain/lifecycle/evaluation-refusal.ts';
import type { StudyData } from '../store/thread/thread-task.ts';
import type { EvaluationResources } from './evaluation-resources.ts';

/** How often the page's progress is brought up to date, and looked whether the evaluation is still wanted. */
const PROGRESS_EVERY_MS = 1_000;
const SOMETHING_WENT_WRONG =
  'Something went wrong while it ran. Run it again; if that fails too, ask whoever runs Waymark.';

/** Somebody cancelled it, or it has ended by another hand. */
class NotWanted extends Error {
  override readonly name = 'NotWanted';
}

/**
 * Carries one evaluation out and stores what it found, or why it failed. Where `signal` is aborted (the program stops, or
 * the evaluation was given to another), it is left as it stands and what the signal was aborted with is thrown. To do it
 * twice does no harm: one that has ended stays as it is.
 */
export async function carryOutEvaluation(
  resources: EvaluationResources,
  job: CarryOutEvaluation,
  signal: AbortSignal,
): Promise<void> {
  const { evaluationId: id } = job;
  const actor = await actorOf(resources, job);
  try {
    await evaluateAndStore(resources, { ...job, actor }, signal);
  } catch (fault) {
    signal.throwIfAborted();
    // It passes by itself: the job is done again then, and the evaluation has not failed.
    if (fault instanceof NotAvailable) throw fault;
    if (!(fault instanceof NotWanted)) {
      resources.onFault(fault, id);
      await fail(resources, { id, actor }, SOMETHING_WENT_WRONG);
    }
  }
  await resources.uploads.remove(actor, id);
}

/** Who began it, with the name that stands in the evaluation. */
async function actorOf({ store }: EvaluationResources, { evaluationId, begunBy }: CarryOutEvaluation): Promise<Actor> {
  const unnamed: Actor = { ...begunBy, name: '', force: null, rights: rightsOf(begunBy.role) };
  const found = await store.as(unnamed, (evaluations) => evaluations.find(evaluationId));
  return { ...unnamed, name: found?.begunByName ?? '' };
}

async function evaluateAndStore(
  resources: EvaluationResources,
  { evaluationId: id, actor, source }: CarryOutEvaluation & { readonly actor: Actor },
  signal: AbortSignal,
): Promise<void> {
  const asked = await resources.store.as(actor, async (evaluations) => {
    const isWanted = await evaluations.progress(id, { share: 0, doing: 'Starting' });
    const planText = await evaluations.planText(id);
    const begunAt = (await evaluations.find(id))?.begunAt;
    if (!isWanted || planText === null || begunAt === undefined) return null;
    return { planText, begunAt, earlier: await evaluations.earlierThan(id) };
  });
  if (asked === null) return;
  const data: StudyData = source.kind === 'uploaded' ? await resources.uploads.read(actor, id) : source;
  const watched = new AbortController();
  let progress: EvaluationProgress = { share: 0, doing: 'Starting' };
  const watching = watch(resources, { id, actor }, { watched, progress: () => progress });
  try {
    const onProgress = (next: EvaluationProgress): void => void (progress = next);
    const either = AbortSignal.any([signal, watched.signal]);
    const answer = await resources.threads.evaluate({ ...asked, data }, { onProgress, signal: either });
    if ('faults' in answer) return await fail(resources, { id, actor }, wordsOf(answer.faults.first[0]));
    const finishedAt = resources.clock();
    await resources.store.as(actor, async (evaluations) => {
      if (!(await evaluations.end(id, { state: 'done', finishedAt, ...answer.found }))) return;
      const details = { dataHash: answer.found.dataHash };
      await evaluations.audit({ id, action: 'evaluation-done', at: finishedAt, details });
    });
  } finally {
    watched.abort(new NotWanted('It has ended'));
    await watching;
  }
}

interface Watching {
  /** Aborted by the watch where the evaluation is not wanted any more; the watch ends when it is aborted. */
  readonly watched: AbortController;
  readonly progress: () => EvaluationProgress;
}

/** Writes progress down now and then. It may be cancelled through any program: then this one stops too. */
async function watch(
  { store, onFault }: EvaluationResources,
  { id, actor }: { readonly id: string; readonly actor: Actor },
  { watched, progress }: Watching,
): Promise<void> {
  try {
    for await (const _ of setInterval(PROGRESS_EVERY_MS, null, { signal: watched.signal })) {
      const isWanted = await store
        .as(actor, (evaluations) => evaluations.progress(id, progress()))
        .catch((fault: unknown) => {
          onFault(fault, id);
          return true;
        });
      if (!isWanted) watched.abort(new NotWanted('Cancelled'));
    }
  } catch (fault) {
    if (!watched.signal.aborted) throw fault;
  }
}

async function fail(
  { store, clock }: EvaluationResources,
  { id, actor }: { readonly id: string; readonly actor: Actor },
  problem: string,
): Promise<void> {
  const finishedAt = clock();
  await store.as(actor, async (evaluations) => {
    if (!(await evaluations.end(id, { state: 'failed', finishedAt, problem }))) return;
    await evaluations.audit({ id, action: 'evaluation-failed', at: finishedAt, details: { problem } });
  });
}

function wordsOf(fault: DataFault | undefined): string {
  if (fault === undefined) return SOMETHING_WENT_WRONG;
  const { file, row, problem, remedy } = fault;
  return `The data could not be used. ${file}${row === null ? '' : ` row ${row}`}: ${problem}; ${remedy}.`;
}
