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
  waymark restore --from DIR [--at MOMENT] [--log DIR] [--json]
      where DIR holds a base (waymark backup --base), goes back to MOMENT: makes the database of a new WAYMARK_DATA from the
      base and from the log that was archived since, as everything stood then. Without --at all that the log has comes back

The database is made in WAYMARK_DATA, or is the one that DATABASE_URL names.

Options
  --private-key FILE   the private key that belongs to the public key that the backup was encrypted to
  --at MOMENT          of a base: to when, as 2026-11-28T10:15:00Z
  --log DIR            of a base: where WAYMARK_LOG_ARCHIVE of the lost machine lies now, if elsewhere
  --json               print {"tables", "rows", "madeAt", "digest"}; of a base {"at", "lastAt", "digest"}
`;

const OPTIONS = {
  from: { value: 'DIR' },
  'private-key': { value: 'FILE' },
  at: { value: 'MOMENT' },
  log: { value: 'DIR' },
  json: {},
} as const;

/** `waymark restore`. */
export const restoreCommand: Command = {
  help: HELP,
  run: async (args, terminal) => {
    const { flags, values, words } = readArguments('restore', OPTIONS, args);
    if (words.length > 0) throw new InputFault(`restore: "${words[0]}" is not understood; write restore --from DIR`);
    const from = values.get('from')?.[0];
    if (from === undefined) throw new InputFault('restore: where from is missing; write restore --from DIR');
    const privateKey = values.get('private-key')?.[0];
    const at = momentOf(values.get('at')?.[0]);
    const log = values.get('log')?.[0];
    const restored = await withWaymark({ command: 'restore' }, (waymark) =>
      waymark.restoreTo({ from, ...(at && { at }), ...(log !== undefined && { log }) }),
    );
    if (restored !== null) {
      const { lastAt, digest: ofChains } = restored;
      await terminal.write(
        flags.has('json')
          ? `${JSON.stringify({ at: at?.toISOString() ?? null, lastAt, digest: ofChains })}\n`
          : `${terminal.style('green', 'Restored')} as everything stood ${at ? `at ${at.toISOString()}` : 'at the end of the log'}; the last that was done then: ${lastAt ?? 'nothing since the base'}.\nDigest of all chains: ${ofChains}\nCheck it now: waymark audit verify, waymark database check. Everybody signs in again.\n`,
      );
      return EXIT.done;
    }
    if (at !== undefined || log !== undefined)
      throw new InputFault(`restore: ${from} holds no base; --at and --log belong to a base (waymark backup --base)`);
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

/** The moment that was given, with its zone: an hour more or less is another database. */
function momentOf(given: string | undefined): Date | undefined {
  if (given === undefined) return undefined;
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(given);
  const moment = new Date(given);
  if (!isMoment || Number.isNaN(moment.getTime()))
    throw new InputFault(`restore: --at "${given}" is no moment; write it with its zone, as 2026-11-28T10:15:00Z`);
  if (moment.getTime() > Date.now()) throw new InputFault(`restore: --at ${given} is still to come`);
  return moment;
}
