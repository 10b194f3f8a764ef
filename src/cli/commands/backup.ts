import type { Command } from '../command.ts';
import { EXIT, InputFault } from '../exit.ts';
import { progressLine } from '../output/progress-line.ts';
import { readArguments } from '../read-arguments.ts';
import { withWaymark } from '../with-waymark.ts';

const HELP = `Write all that the database holds to a folder.

Usage
  waymark backup --to DIR [--to-public-key FILE] [--json]
      copies every table as it stands at one moment into a new or empty folder: a compressed file for each, and last of all
      manifest.json, which names the rows and the SHA-256 of each file. A folder without it is no backup. The program may be
      in use meanwhile
  waymark backup --base --to DIR [--json]
      copies the files of the embedded database instead: with its log, which is archived in WAYMARK_LOG_ARCHIVE from then
      on, every later moment can be gone back to (waymark restore --at). It is not encrypted, as that log is not

The database is the one that npm start uses: the embedded one in WAYMARK_DATA, or the one that DATABASE_URL names. Sessions
are left out: after a restore everybody signs in again. The secrets of the data folder (session-secret, pseudonym-key) are
files of their own, and are not in a backup.

Options
  --to-public-key FILE   encrypt every file to this X25519 public key; only who has its private key can read them. Make
                         a pair with: openssl genpkey -algorithm x25519 -out private.pem
                                      openssl pkey -in private.pem -pubout -out public.pem
  --base                 a base for going back to any later moment
  --json                 print {"folder", "tables", "rows", "bytes", "sha256", "digest"};
                         of a base {"folder", "files", "bytes", "sha256", "completeAt"}
`;

const OPTIONS = { to: { value: 'DIR' }, 'to-public-key': { value: 'FILE' }, base: {}, json: {} } as const;

/** `waymark backup`. */
export const backupCommand: Command = {
  help: HELP,
  run: async (args, terminal) => {
    const { flags, values, words } = readArguments('backup', OPTIONS, args);
    if (words.length > 0) throw new InputFault(`backup: "${words[0]}" is not understood; write backup --to DIR`);
    const to = values.get('to')?.[0];
    if (to === undefined) throw new InputFault('backup: where to is missing; write backup --to DIR');
    const toPublicKey = values.get('to-public-key')?.[0];
    const inWords = (number: number): string => number.toLocaleString('en-GB');
    if (flags.has('base')) {
      if (toPublicKey !== undefined)
        throw new InputFault('backup: a base is not encrypted; leave --to-public-key out, and use an encrypted disk');
      const { folder, base, sha256 } = await withWaymark({ command: 'backup' }, (waymark) =>
        waymark.backUpBase({ to }),
      );
      const [files, bytes] = [base.files.length, base.files.reduce((sum, file) => sum + file.bytes, 0)];
      const { completeAt } = base;
      await terminal.write(
        flags.has('json')
          ? `${JSON.stringify({ folder, files, bytes, sha256, completeAt })}\n`
          : `${terminal.style('green', 'Base made')} in ${folder}: ${inWords(files)} files, ${inWords(bytes)} bytes, not encrypted.\nWith the log in ${base.log} every moment from ${completeAt} on can be gone back to.\nSHA-256 of base.json: ${sha256}\n`,
      );
      return EXIT.done;
    }
    const progress = progressLine(process.stderr);
    const { folder, manifest, sha256 } = await withWaymark({ command: 'backup' }, (waymark) =>
      waymark.backUp({
        to,
        ...(toPublicKey === undefined ? {} : { toPublicKey }),
        onTable: (name) => progress.show(`copying ${name}`),
      }),
    ).finally(() => progress.clear());
    const total = (what: 'rows' | 'bytes'): number => manifest.tables.reduce((sum, table) => sum + table[what], 0);
    const [tables, rows, bytes, digest] = [manifest.tables.length, total('rows'), total('bytes'), manifest.headsDigest];
    if (flags.has('json')) {
      await terminal.write(`${JSON.stringify({ folder, tables, rows, bytes, sha256, digest })}\n`);
      return EXIT.done;
    }
    await terminal.write(
      `${terminal.style('green', 'Backed up')} to ${folder}: ${inWords(tables)} tables, ${inWords(rows)} rows, ${inWords(bytes)} bytes${manifest.encryptedTo === null ? ', not encrypted' : ', encrypted'}.\nSHA-256 of manifest.json: ${sha256}\nDigest of all chains: ${digest}\nKeep both numbers elsewhere: they show later that nobody has exchanged the backup.\n`,
    );
    return EXIT.done;
  },
};
