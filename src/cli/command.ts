import type { ExitStatus } from './exit.ts';
import type { Terminal } from './terminal.ts';

/** A command of `waymark`, given the words after its name. Throws `InputFault` for what its caller can put right. */
export interface Command {
  /** What `waymark help <command>` prints. */
  readonly help: string;
  readonly run: (words: readonly string[], terminal: Terminal) => Promise<ExitStatus>;
}
