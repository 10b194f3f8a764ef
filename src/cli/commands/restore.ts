import type { Command } from '../command.ts';
import { EXIT, InputFault } from '../exit.ts';
import { progressLine } from '../output/progress-line.ts';
import { readArguments } from '../read-arguments.ts';
import { withWaymark } from '../with-waymark.ts';

const HELP = `Fill a new database with what a backup holds.

Usage
  waymark restore --from DIR [--private-key FILE] [--json]
      compares every file with manifest.json, then puts all of it into a database that has nothing in it yet, in one
      transaction: all or nothing. It makes the tables as they were when the backup was made, and then brings them up to
      date. A backup that is damaged, unfinished or of a newer Waymark is refused, and so is a database with something in it

The database is made in WAYMARK_DATA, or is the one that DATABASE_URL names.

Options
  --private-key FILE   the private key that belongs to the public key that the backup was encrypted to
  --json               print {"tables", "rows", "madeAt", "digest"}
`;

const OPTIONS = { from: { value: 'DIR' }, 'private-key': { value: 'FILE' }, json: {} } as const;

/** `waymark restore`. */
export const restoreCommand: Command = {
  help: HELP,
  run: async (args, terminal) => {
    const { flags, values, words } = readArguments('restore', OPTIONS, args);
    if (words.length > 0) throw new InputFault(`restore: "${words[0]}" is not understood; write restore --from DIR`);
    const from = values.get('from')?.[0];
    if (from === undefined) throw new InputFault('restore: where from is missing; write restore --from DIR');
    const privateKey = values.get('private-key')?.[0];
    const progress = progressLine(process.stderr);
    const { manifest, rows } = await withWaymark({ command: 'restore' }, (waymark) =>
      waymark.restore({
        from,
        ...(privateKey === undefined ? {} : { privateKey }),
        onTable: (name) => progress.show(`filling ${name}`),
      }),
    ).finally(() => progress.clear());
    const { madeAt, headsDigest: digest } = manifest;
    const tables = manifest.tables.length;
    await terminal.write(
      flags.has('json')
        ? `${JSON.stringify({ tables, rows, madeAt, digest })}\n`
        : `${terminal.style('green', 'Restored')}: ${tables} tables, ${rows.toLocaleString('en-GB')} rows, as they stood on ${madeAt}.\nDigest of all chains: ${digest}\nCheck it now: waymark audit verify, waymark database check. Everybody signs in again.\n`,
    );
    return EXIT.done;
  },
};
