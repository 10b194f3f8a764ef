import { isSetting, isTheirs, program } from './program.ts';
import { untilStopped } from './process/index.ts';

// Where the program is run as one, and not where a module of it is imported.
if (import.meta.main) await untilStopped(program, { isTheirs, isSetting });
