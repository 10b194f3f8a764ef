import type { Waymark } from '../compose.ts';
import { InputFault } from './exit.ts';

interface Needed {
  /** In whose name a fault is told. */
  readonly command: string;
  /** For what a new installation begins with: elsewhere, an empty database was hardly meant. */
  readonly mayMakeDatabase?: boolean;
}

/** What the environment names wrongly, and what the person at the keyboard can put right. */
const THEIRS = new Set(['ConfigFault', 'DatabaseFault', 'BackupFault']);

/**
 * Does work with Waymark as the environment sets it up, and closes what was opened for it. Throws `InputFault`, in the
 * command's name, where the settings or the database cannot be used.
 */
export async function withWaymark<Answer>(
  { command, mayMakeDatabase = false }: Needed,
  work: (waymark: Waymark) => Promise<Answer>,
): Promise<Answer> {
  const { compose } = await import('../compose.ts');
  const { readConfig } = await import('../config.ts');
  try {
    const say = (line: string): void => console.error(`waymark: ${line}`);
    const waymark = compose(readConfig(process.env), {
      say,
      database: mayMakeDatabase ? 'made-where-missing' : 'must-exist',
    });
    try {
      return await work(waymark);
    } finally {
      await waymark.close();
    }
  } catch (fault) {
    if (fault instanceof Error && THEIRS.has(fault.name)) throw new InputFault(`${command}: ${fault.message}`);
    if (fault instanceof Error && fault.name === 'NotAvailable') throw new InputFault(unavailable(command, fault));
    throw fault;
  }
}

/** The database, its disk or the machine: nothing that installing the program anew would mend. */
function unavailable(command: string, { message, cause }: Error): string {
  const why = cause instanceof Error ? ` (${cause.message})` : '';
  return `${command}: ${message}${why}; look at the database's own log, and where its files are damaged restore a backup`;
}
