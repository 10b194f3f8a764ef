import { faultForTheLog } from '../shared/fault-for-the-log.ts';
import { writeOut } from './standard-output.ts';

/** What a program may do with its own life while it starts. */
export interface Life {
  /** Has something closed when the program ends; what was opened last is closed first. */
  readonly atEnd: (close: () => Promise<unknown>) => void;
  /** Says a line to those who run the program: what they should know, or what went wrong. */
  readonly say: (line: string) => void;
  /** Prints what they started it for. */
  readonly print: (text: string) => void;
}

interface Ending {
  /** Whether a fault of the start is one that its reader can put right: it is told in words, without the place in the code. */
  readonly isTheirs: (fault: unknown) => fault is Error;
  /** Whether it is in what they set: the program then ends with 2, which tells a supervisor that starting again is no use. */
  readonly isSetting?: (fault: unknown) => boolean;
}

const CLOSED_WITHIN_MS = 30_000;
/** As the command line ends where what it was given is wrong. */
const BAD_SETTING = 2;

/**
 * Runs a program: starts it, and ends it once, at a signal, when the launcher that started it is gone, or when the start
 * fails. A program that does not close in time is ended all the same.
 */
export async function untilStopped(
  start: (life: Life) => Promise<void>,
  { isTheirs, isSetting = () => false }: Ending,
): Promise<void> {
  const say = (line: string): void => writeOut(2, `Waymark: ${line}\n`);
  const opened: (() => Promise<unknown>)[] = [];
  let isStopping = false;

  async function stop(status: number): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(status || 1), CLOSED_WITHIN_MS).unref();
    for (const close of opened.toReversed()) await close().catch((fault: Error) => say(fault.message));
    process.exit(status);
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  process.on('disconnect', () => void stop(0));
  // What nobody caught leaves the program in a state that nobody knows: it ends, and its supervisor starts it again.
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (fault: unknown) => {
      say(`A fault that nothing caught: ${faultForTheLog(fault)}`);
      void stop(1);
    });
  }
  // Where a log lies on a disk that is full, or its reader has gone: what cannot be said is left unsaid.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  try {
    await start({ atEnd: (close) => opened.push(close), say, print: (text) => writeOut(1, `${text}\n`) });
  } catch (fault) {
    if (isTheirs(fault)) for (const line of fault.message.split('\n')) say(line);
    else say(faultForTheLog(fault));
    await stop(isSetting(fault) ? BAD_SETTING : 1);
  }
}
