import { NotAvailable } from '../../../shared/not-available.ts';

interface Turns {
  readonly atOnce: number;
  readonly waitingAtMost: number;
}

/** Does a piece of work when its turn comes, and never where the signal is aborted before. */
type InTurn = <Answer>(signal: AbortSignal, work: () => Promise<Answer>) => Promise<Answer>;

/**
 * So many pieces of work at once and no more, those that came first before the others. Whoever finds too many waiting is
 * told so at once.
 */
export function inTurns({ atOnce, waitingAtMost }: Turns): InTurn {
  const waiting = new Set<() => void>();
  let working = 0;

  async function turn(signal: AbortSignal): Promise<void> {
    if (working < atOnce) {
      working += 1;
      return;
    }
    if (waiting.size >= waitingAtMost) throw new NotAvailable({ what: 'too-slow', saved: 'nothing' });
    await new Promise<void>((resolve, reject) => {
      const onAbort = (): void => {
        waiting.delete(begin);
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- with whatever it was aborted with
        reject(signal.reason);
      };
      const begin = (): void => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      };
      waiting.add(begin);
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** The turn is handed on as it is, so that nobody comes between. */
  function handOn(): void {
    const [next] = waiting;
    if (next === undefined) working -= 1;
    else {
      waiting.delete(next);
      next();
    }
  }

  return async (signal, work) => {
    signal.throwIfAborted();
    await turn(signal);
    try {
      return await work();
    } finally {
      handOn();
    }
  };
}
