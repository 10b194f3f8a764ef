import { checkStored, type FoundProblem } from '../../stored/index.ts';
import type { Command } from '../command.ts';
import { EXIT, InputFault } from '../exit.ts';
import { progressLine } from '../output/progress-line.ts';
import { storedJson, storedReport, type CheckedDatabase } from '../output/stored-report.ts';
import { readArguments } from '../read-arguments.ts';
import { withWaymark } from '../with-waymark.ts';
import { storedTables } from './database/stored-tables.ts';

const HELP = `Check what is stored in the database.

Usage
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
    if (name !== 'check') {
      const problem = name === undefined ? 'what to do is missing' : `there is no "${name}"`;
      throw new InputFault(`database: ${problem}; write database check`);
    }
    const { flags, words } = readArguments('database check', { json: {} }, rest);
    if (words.length > 0) throw new InputFault(`database check: "${words[0]}" is not understood; it takes no words`);
    const checked = await check();
    await terminal.write(flags.has('json') ? `${storedJson(checked)}\n` : storedReport(checked, terminal));
    return checked.problems.length === 0 ? EXIT.done : EXIT.faultsFound;
  },
};

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
