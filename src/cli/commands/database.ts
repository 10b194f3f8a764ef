import { checkStored, type FoundProblem } from '../../stored/index.ts';
import type { Command } from '../command.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { progressLine } from '../output/progress-line.ts';
import { storedJson, storedReport, type CheckedDatabase } from '../output/stored-report.ts';
import { readArguments } from '../read-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { withWaymark } from '../with-waymark.ts';
import { storedTables } from './database/stored-tables.ts';

const HELP = `Set up a database of your own, and check what is stored.

Usage
  waymark database setup
      makes the tables, or brings them up to date, and makes the logins that are missing, in a database that you run: as the
      owner that DATABASE_OWNER_URL names, for the login of DATABASE_URL, which pages work through, and that of
      DATABASE_SYSTEM_URL, for the program's own work. Neither can do the other's, and neither owns anything

  waymark database check [--json]
      reads every row that holds JSON (cases, events, referrals, drafts, documents, evaluations, the audit record)
      through the shape that it says it has, and every row that holds codes (where a case stands, how a provider was in
      touch), and names what does not fit: the table, the row, the part and what is wrong with it, never a value. Exit
      status 1 where something does not fit

Whether the record was tampered with is another question: waymark audit verify.

The database is the one that npm start uses: the embedded one in WAYMARK_DATA, or the one that DATABASE_URL names. It may
be in use meanwhile.

Options
  --json      print {"sound", "tables": [{"table", "rows", "faulty"}], "problems": [{"table", "id", "shape", "path", "problem"}]}
`;

/** `waymark database`. */
export const databaseCommand: Command = {
  help: HELP,
  run: async ([name, ...rest], terminal) => {
    if (name === 'setup') return setUp(rest, terminal);
    if (name !== 'check') {
      const problem = name === undefined ? 'what to do is missing' : `there is no "${name}"`;
      throw new InputFault(`database: ${problem}; write database check or database setup`);
    }
    const { flags, words } = readArguments('database check', { json: {} }, rest);
    if (words.length > 0) throw new InputFault(`database check: "${words[0]}" is not understood; it takes no words`);
    const checked = await check();
    await terminal.write(flags.has('json') ? `${storedJson(checked)}\n` : storedReport(checked, terminal));
    return checked.problems.length === 0 ? EXIT.done : EXIT.faultsFound;
  },
};

async function setUp(rest: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { words } = readArguments('database setup', {}, rest);
  if (words.length > 0) throw new InputFault(`database setup: "${words[0]}" is not understood; it takes no words`);
  const done = await withWaymark({ command: 'database setup' }, (waymark) => waymark.setUpLogins());
  const made = done.made.length === 0 ? 'No login was missing.' : `Made: ${done.made.join(', ')}.`;
  await terminal.write(
    `${terminal.style('green', 'Set up')}: ${done.migrations} migrations are applied. ${done.web} works for people, ${done.program} for the program, ${done.owner} owns the tables. ${made}\nStart Waymark without DATABASE_OWNER_URL.\n`,
  );
  return EXIT.done;
}

async function check(): Promise<CheckedDatabase> {
  const progress = progressLine(process.stderr);
  try {
    return await withWaymark({ command: 'database check' }, async (waymark) => {
      const problems: FoundProblem[] = [];
      const tables = await checkStored(await waymark.database(), storedTables, {
        onProblem: (problem) => problems.push(problem),
        onProgress: ({ table, rows }) => progress.show(`${table}: ${rows.toLocaleString('en-GB')} rows read`),
      });
      return { tables, problems };
    });
  } finally {
    progress.clear();
  }
}
