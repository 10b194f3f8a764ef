import { Worker } from 'node:worker_threads';
import type { DataFaults } from '../domain/lifecycle/evaluation-refusal.ts';
import type { EvaluationProgress } from '../designs/progress.ts';
import type { UploadedFiles } from './study-uploads.ts';
import type {
  CheckAnswer,
  EvaluateAnswer,
  EvaluateTask,
  PdfAnswer,
  ThreadMessage,
  ThreadTask,
} from './thread/thread-task.ts';

export interface ThreadWatch {
  readonly onProgress?: (progress: EvaluationProgress) => void;
  /** Ends the thread at once, wherever it is; the promise is rejected with what it is aborted with. */
  readonly signal?: AbortSignal;
}

/** What takes long, done beside the thread that answers requests. */
export interface EvaluationThreads {
  /** What is wrong with the files of a study; null where nothing is. */
  check(data: UploadedFiles): Promise<DataFaults | null>;
  evaluate(task: Omit<EvaluateTask, 'kind'>, watch: ThreadWatch): Promise<EvaluateAnswer>;
  /** The report of a results.json as a PDF. */
  pdf(results: string, madeAt: Date): Promise<Uint8Array>;
  /** Ends every thread that runs. */
  stop(): Promise<void>;
}

const THREAD = new URL('./thread/evaluation-thread.ts', import.meta.url);

/** Threads of this process, each started for one task. */
export function evaluationThreads(): EvaluationThreads {
  const running = new Set<Worker>();

  function ask<Answer>(task: ThreadTask, { onProgress, signal }: ThreadWatch = {}): Promise<Answer> {
    signal?.throwIfAborted();
    const thread = new Worker(THREAD, { workerData: task, transferList: handedOver(task) });
    running.add(thread);
    return new Promise<Answer>((resolve, reject) => {
      const onAbort = (): void => {
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- with whatever it was aborted with
        reject(signal?.reason);
        void thread.terminate();
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      thread.on('message', (message: ThreadMessage) => {
        if ('progress' in message) onProgress?.(message.progress);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own thread: `answerTo` there types it
        else resolve(message.answer as Answer);
      });
      thread.once('error', reject);
      thread.once('exit', (code) => {
        running.delete(thread);
        signal?.removeEventListener('abort', onAbort);
        reject(new ThreadEnded(`The thread ended with code ${code} before it had answered`));
      });
    });
  }

  return {
    check: async (data) => (await ask<CheckAnswer>({ kind: 'check', data })).faults,
    evaluate: (task, watch) => ask<EvaluateAnswer>({ kind: 'evaluate', ...task }, watch),
    pdf: async (results, madeAt) => (await ask<PdfAnswer>({ kind: 'pdf', results, madeAt })).pdf,
    stop: async () => {
      await Promise.all([...running].map((thread) => thread.terminate()));
    },
  };
}

/** What the thread gets without a copy, and this one loses. */
function handedOver(task: ThreadTask): ArrayBuffer[] {
  const data = 'data' in task ? task.data : null;
  if (data?.kind !== 'uploaded') return [];
  return [data.cohort, data.reoffences].flatMap((file) => (file === null ? [] : [file.buffer]));
}

/** A thread that was ended from outside, or ended itself, without an answer. */
class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}
