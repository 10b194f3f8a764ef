import { differenceInWords, type Verification } from '../../audit/index.ts';
import type { Command } from '../command.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { readArguments } from '../read-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { withWaymark } from '../with-waymark.ts';

const HELP = `Check that the record of what was done has not been tampered with.

Usage
  waymark audit verify [--json]
      walks every chain of the audit record and of the events of cases from its first entry to its last, works out each
      entry's hash anew, and names the first break of each chain: the entry, and what differs. Exit status 1 where there
      is one

The database is the one that npm start uses: the embedded one in WAYMARK_DATA, or the one that DATABASE_URL names. It may
be in use meanwhile.

Options
  --json      print {"whole", "chains", "entries", "breaks": [{"kind", "chain", "sequence", "difference"}]}
`;

/** `waymark audit`. */
export const auditCommand: Command = {
  help: HELP,
  run: async ([name, ...rest], terminal) => {
    if (name !== 'verify') {
      throw new InputFault(
        `audit: ${name === undefined ? 'what to do is missing' : `there is no "${name}"`}; write audit verify`,
      );
    }
    const { flags, words } = readArguments('audit verify', { json: {} }, rest);
    if (words.length > 0) throw new InputFault(`audit verify: "${words[0]}" is not understood; it takes no words`);
    const verification = await withWaymark({ command: 'audit verify' }, (waymark) => waymark.verifyRecords());
    await terminal.write(flags.has('json') ? inJson(verification) : inWords(verification, terminal));
    return statusOf(verification);
  },
};

function statusOf({ breaks }: Verification): ExitStatus {
  return breaks.length === 0 ? EXIT.done : EXIT.faultsFound;
}

function inJson(verification: Verification): string {
  return `${JSON.stringify({ whole: verification.breaks.length === 0, ...verification })}\n`;
}

const KINDS: Readonly<Record<string, string>> = { audit: 'audit record', case: 'events of a case' };

function inWords({ chains, entries, breaks }: Verification, { style }: Terminal): string {
  const walked = `${count(chains, 'chain')}, ${count(entries, 'entry', 'entries')}`;
  if (breaks.length === 0) return `${style('green', 'Whole')}: ${walked}, each as it was written.\n`;
  const lines = breaks.map(
    ({ kind, chain, sequence, difference }) =>
      `  ${KINDS[kind] ?? kind}, ${chain}, entry ${sequence}: ${differenceInWords[difference]}`,
  );
  return `${style('red', 'Broken')}: ${count(breaks.length, 'chain')} of ${walked}. The first break of each:\n${lines.join('\n')}\n`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
