import { programVersion } from '../process/index.ts';
import { nearestWord } from '../shared/nearest-word.ts';
import type { Command } from './command.ts';
import { EXIT, InputFault, type ExitStatus } from './exit.ts';
import { processTerminal, type Terminal } from './terminal.ts';

interface CommandEntry {
  readonly summary: string;
  /** Loaded only when asked for, so that one command does not wait for what another needs. */
  readonly load: () => Promise<Command>;
}

const COMMANDS: { readonly [name: string]: CommandEntry } = {
  accounts: {
    summary: 'Set up organisations and the accounts of those who sign in',
    load: async () => (await import('./commands/accounts.ts')).accountsCommand,
  },
  audit: {
    summary: 'Check that the record of what was done is whole',
    load: async () => (await import('./commands/audit.ts')).auditCommand,
  },
  backup: {
    summary: 'Write all that the database holds to a folder',
    load: async () => (await import('./commands/backup.ts')).backupCommand,
  },
  database: {
    summary: 'Set up a database of your own, and check that what is stored can be read',
    load: async () => (await import('./commands/database.ts')).databaseCommand,
  },
  decide: {
    summary: 'Decide who may be diverted, and say why',
    load: async () => (await import('./commands/decide.ts')).decideCommand,
  },
  demonstration: {
    summary: 'Write a study of generated people, whose true effects are known',
    load: async () => (await import('./commands/demonstration.ts')).demonstrationCommand,
  },
  disproportionality: {
    summary: 'Show how groups of people fare from stop and search to its outcome',
    load: async () => (await import('./commands/disproportionality.ts')).disproportionalityCommand,
  },
  evaluate: {
    summary: 'Carry a plan of evaluation out, and write a report of it',
    load: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  },
  export: {
    summary: 'Take a pseudonymised study data set out of the cases',
    load: async () => (await import('./commands/export.ts')).exportCommand,
  },
  measures: {
    summary: "Measure what came of a study's people",
    load: async () => (await import('./commands/measures.ts')).measuresCommand,
  },
  outcomes: {
    summary: 'Show how forces closed their drugs crimes, and what changed',
    load: async () => (await import('./commands/outcomes.ts')).outcomesCommand,
  },
  restore: {
    summary: 'Fill a new database with what a backup holds',
    load: async () => (await import('./commands/restore.ts')).restoreCommand,
  },
  schemes: {
    summary: 'List, show, check and compare schemes',
    load: async () => (await import('./commands/schemes.ts')).schemesCommand,
  },
  statistics: {
    summary: 'Work a statistical method out on a file',
    load: async () => (await import('./commands/statistics.ts')).statisticsCommand,
  },
};

const WIDTH = Math.max(...Object.keys(COMMANDS).map((name) => name.length)) + 2;

const HELP = `Waymark runs police drug-diversion schemes: it decides who may be diverted and says why.

Usage: waymark <command> [options]

Commands
${Object.entries(COMMANDS)
  .map(([name, { summary }]) => `  ${name.padEnd(WIDTH)}${summary}`)
  .join('\n')}
  ${'help'.padEnd(WIDTH)}Explain a command: waymark help <command>

Options
  --help      Explain a command: waymark <command> --help
  --version   The version of this program

Exit status
  0  the question was answered     1  faults were found in what was looked at     2  the question could not be put
`;

/** Runs what was asked for and answers the exit status. Throws `InputFault` for what its caller can put right. */
export async function waymark(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h') return print(terminal, HELP);
  if (name === '--version' || name === '-V') return print(terminal, `${programVersion()}\n`);
  if (name === 'help')
    return rest[0] === undefined ? print(terminal, HELP) : print(terminal, (await commandNamed(rest[0])).help);
  const command = await commandNamed(name);
  const asksForHelp = rest.slice(0, endOfOptions(rest)).some((word) => word === '--help' || word === '-h');
  return asksForHelp ? print(terminal, command.help) : command.run(rest, terminal);
}

async function commandNamed(name: string): Promise<Command> {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (entry !== undefined) return entry.load();
  const what = name.startsWith('-') ? 'option' : 'command';
  const near = nearestWord(name, [...Object.keys(COMMANDS), 'help', '--help', '--version']);
  const remedy =
    near === null ? `the commands are ${Object.keys(COMMANDS).join(', ')} and help` : `did you mean "${near}"?`;
  throw new InputFault(`there is no ${what} "${name}"; ${remedy}`);
}

function endOfOptions(words: readonly string[]): number {
  const end = words.indexOf('--');
  return end === -1 ? words.length : end;
}

async function print(terminal: Terminal, text: string): Promise<ExitStatus> {
  await terminal.write(text);
  return EXIT.done;
}

/** Where the program is run as one: its streams, its exit status, and the one place that catches what is thrown. */
async function main(): Promise<void> {
  // A reader who has seen enough (`| head`) closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    process.stderr.write(`waymark: standard output cannot be written (${error.message}); look at where it goes\n`);
    process.exit(EXIT.badInput);
  });
  try {
    process.exitCode = await waymark(process.argv.slice(2), processTerminal());
  } catch (error) {
    process.exitCode = EXIT.badInput;
    process.stderr.write(`waymark: ${faultLine(error)}\n`);
  }
}

function faultLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  // By name: the class comes with the reading of schemes, which not every command needs.
  const isTheirs = error instanceof InputFault || (error instanceof Error && error.name === 'CatalogueFault');
  if (isTheirs) return message;
  return `${message.replaceAll(/\s*\n\s*/g, ' ')} (a fault of this program or its installation; run npm ci, and report it if it stays)`;
}

if (import.meta.main) await main();
