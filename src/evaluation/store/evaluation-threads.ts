import { Worker } from 'node:worker_threads';
import { errorCode } from '../../shared/error-code.ts';
import { NotAvailable } from '../../shared/not-available.ts';
import { TooMuchForAThread } from '../domain/lifecycle/too-much-for-a-thread.ts';
import type { EvaluationProgress } from '../designs/progress.ts';
import { madeOnce } from './made-once.ts';
import type { UploadedFiles } from './study-uploads.ts';
import { inTurns } from './thread/in-turns.ts';
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

export interface CheckStudy {
  readonly planText: string;
  /** Reads the files of a study, once there is a thread to look at them; null where there are none. */
  readonly readFiles: (() => Promise<UploadedFiles>) | null;
}

/** What takes long, or was sent by somebody, done beside the thread that answers requests. */
export interface EvaluationThreads {
  /**
   * What a plan says, and what is wrong with it and with the files of a study. Throws TooMuchForAThread where they take
   * longer, or more memory, than a form may.
   */
  check(study: CheckStudy): Promise<CheckAnswer>;
  evaluate(task: Omit<EvaluateTask, 'kind'>, watch: ThreadWatch): Promise<EvaluateAnswer>;
  /** The report of a results.json as a PDF, made once for all who hold the same results. */
  pdf(results: string, madeAt: Date): Promise<Uint8Array>;
  /** Ends every thread that runs. */
  stop(): Promise<void>;
}

/** What a thread may take. Both are assumed. */
export interface ThreadLimits {
  readonly withinMs: number;
  readonly megabytes: number;
}

/** Within a form’s own time, for the largest files that it takes. */
const FOR_A_CHECK: ThreadLimits = { withinMs: 60_000, megabytes: 2048 };
const FOR_A_PDF: ThreadLimits = { withinMs: 20_000, megabytes: 512 };
/** How long it may take is said by its job. */
const FOR_AN_EVALUATION_MEGABYTES = 3072;
/** Of those that somebody waits for a page to come of. */
const AT_ONCE = 2;
const WAITING_AT_MOST = 20;
/** Some hundreds of reports. */
const PDF_BYTES_AT_MOST = 32 * 1024 * 1024;

const THREAD = new URL('./thread/evaluation-thread.ts', import.meta.url);

/** Threads of this process, each started for one task. */
export function evaluationThreads({ check: forCheck = FOR_A_CHECK }: { check?: ThreadLimits } = {}): EvaluationThreads {
  const running = new Set<Worker>();
  const madePdfs = madeOnce({ bytesAtMost: PDF_BYTES_AT_MOST });
  const inTurn = inTurns({ atOnce: AT_ONCE, waitingAtMost: WAITING_AT_MOST });

  function ask<Answer>(task: ThreadTask, megabytes: number, { onProgress, signal }: ThreadWatch = {}): Promise<Answer> {
    signal?.throwIfAborted();
    const thread = new Worker(THREAD, {
      workerData: task,
      transferList: handedOver(task),
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
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
      thread.once('error', (fault: Error) => reject(isOutOfMemory(fault) ? new TooMuchForAThread(fault) : fault));
      thread.once('exit', (code) => {
        running.delete(thread);
        signal?.removeEventListener('abort', onAbort);
        reject(new ThreadEnded(`The thread ended with code ${code} before it had answered`));
      });
    });
  }

  /** For somebody who waits: it begins in its turn, and ends by its deadline, which counts from when it is asked for. */
  async function askWithin<Answer>(
    { withinMs, megabytes }: ThreadLimits,
    taskOf: () => Promise<ThreadTask>,
  ): Promise<Answer> {
    const deadline = AbortSignal.timeout(withinMs);
    let hasBegun = false;
    try {
      return await inTurn(deadline, async () => {
        const task = await taskOf();
        hasBegun = true;
        return ask<Answer>(task, megabytes, { signal: deadline });
      });
    } catch (fault) {
      if (!deadline.aborted || fault !== deadline.reason) throw fault;
      if (hasBegun) throw new TooMuchForAThread(fault);
      throw new NotAvailable({ what: 'too-slow', saved: 'nothing', cause: fault });
    }
  }

  return {
    check: ({ planText, readFiles }) =>
      askWithin<CheckAnswer>(forCheck, async () => ({ kind: 'check', planText, data: (await readFiles?.()) ?? null })),
    evaluate: (task, watch) => ask<EvaluateAnswer>({ kind: 'evaluate', ...task }, FOR_AN_EVALUATION_MEGABYTES, watch),
    pdf: (results, madeAt) =>
      madePdfs(results, async () => {
        const task = { kind: 'pdf', results, madeAt } as const;
        return (await askWithin<PdfAnswer>(FOR_A_PDF, async () => task)).pdf;
      }),
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

function isOutOfMemory(fault: unknown): boolean {
  return errorCode(fault) === 'ERR_WORKER_OUT_OF_MEMORY';
}

/** A thread that was ended from outside, or ended itself, without an answer. */
class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}
