import type { Actor } from '../../access/index.ts';
import type { EvaluationProgress } from '../designs/progress.ts';
import type { DataFault } from '../domain/lifecycle/evaluation-refusal.ts';
import type { StudySource } from '../store/thread/thread-task.ts';
import type { EvaluationMeans } from './evaluation-means.ts';

export interface QueuedEvaluation {
  readonly id: string;
  /** Whoever began it: what is stored is stored in their name. */
  readonly actor: Actor;
  readonly planText: string;
  readonly source: StudySource;
}

/** Carries evaluations out, one at a time, in the order in which they were begun. */
export interface EvaluationQueue {
  add(evaluation: QueuedEvaluation): void;
  /** Stops one that runs or waits here. What became of it is stored by whoever asks. */
  cancel(id: string): void;
  /** Resolves when nothing runs or waits. */
  idle(): Promise<void>;
  /** Stops all of them at the end of the program. They are closed when it starts again. */
  stop(): Promise<void>;
}

/** How often the page's progress is brought up to date. */
const PROGRESS_EVERY_MS = 1_000;
const SOMETHING_WENT_WRONG =
  'Something went wrong while it ran. Run it again; if that fails too, ask whoever runs Waymark.';

/** Why an evaluation is stopped before its end. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export function evaluationQueue(means: EvaluationMeans): EvaluationQueue {
  const cancels = new Map<string, AbortController>();
  let last: Promise<void> = Promise.resolve();
  return {
    add(evaluation) {
      const cancel = new AbortController();
      cancels.set(evaluation.id, cancel);
      const before = last;
      last = (async () => {
        await before;
        await carryOut(means, evaluation, cancel).catch((fault: unknown) => means.onFault(fault, evaluation.id));
        cancels.delete(evaluation.id);
      })();
    },
    cancel: (id) => cancels.get(id)?.abort(new Cancelled('Cancelled')),
    idle: () => last,
    stop() {
      for (const cancel of cancels.values()) cancel.abort(new Cancelled('Waymark is stopping'));
      return last;
    },
  };
}

async function carryOut(means: EvaluationMeans, evaluation: QueuedEvaluation, cancel: AbortController): Promise<void> {
  try {
    await evaluateAndStore(means, evaluation, cancel);
  } catch (fault) {
    // Whoever cancelled it has stored so already; at the end of the program nothing is.
    if (fault instanceof Cancelled) return;
    means.onFault(fault, evaluation.id);
    await fail(means, evaluation, SOMETHING_WENT_WRONG);
  } finally {
    await means.uploads.remove(evaluation.id);
  }
}

async function evaluateAndStore(means: EvaluationMeans, evaluation: QueuedEvaluation, cancel: AbortController) {
  const { id, actor, planText, source } = evaluation;
  const earlier = await means.store.as(actor, async (kept) => {
    const isWanted = await kept.progress(id, { share: 0, doing: 'Starting' });
    return isWanted ? kept.earlier() : null;
  });
  if (earlier === null) return;
  const onProgress = progressWriter(means, evaluation, cancel);
  const answer = await means.threads.evaluate({ planText, source, earlier }, { onProgress, signal: cancel.signal });
  if ('faults' in answer) return fail(means, evaluation, wordsOf(answer.faults.first[0]));
  const finishedAt = means.clock();
  await means.store.as(actor, async (kept) => {
    if (!(await kept.end(id, { state: 'done', finishedAt, ...answer.found }))) return;
    const details = { dataHash: answer.found.dataHash };
    await kept.audit({ id, action: 'evaluation-done', at: finishedAt, details });
  });
}

/** Writes progress down now and then; where the evaluation is not wanted any more, cancels it. */
function progressWriter(means: EvaluationMeans, { id, actor }: QueuedEvaluation, cancel: AbortController) {
  let writtenAt = 0;
  return (progress: EvaluationProgress): void => {
    const now = means.clock().getTime();
    if (now - writtenAt < PROGRESS_EVERY_MS) return;
    writtenAt = now;
    means.store
      .as(actor, (kept) => kept.progress(id, progress))
      .then((isWanted) => (isWanted ? undefined : cancel.abort(new Cancelled('Cancelled'))))
      .catch((fault: unknown) => means.onFault(fault, id));
  };
}

async function fail({ store, clock }: EvaluationMeans, { id, actor }: QueuedEvaluation, problem: string) {
  const finishedAt = clock();
  await store.as(actor, async (kept) => {
    if (!(await kept.end(id, { state: 'failed', finishedAt, problem }))) return;
    await kept.audit({ id, action: 'evaluation-failed', at: finishedAt, details: { problem } });
  });
}

function wordsOf(fault: DataFault | undefined): string {
  if (fault === undefined) return SOMETHING_WENT_WRONG;
  const { file, row, problem, remedy } = fault;
  return `The data could not be used. ${file}${row === null ? '' : ` row ${row}`}: ${problem}; ${remedy}.`;
}
