import { readFile, writeFile } from 'node:fs/promises';
import { differenceInWords, KeptHeads, keptHeadsFile, KeptHeadsFault, type Verification } from '../../audit/index.ts';
import { errorCode } from '../../shared/error-code.ts';
import { errorMessage } from '../../shared/error-message.ts';
import type { Command } from '../command.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { readArguments } from '../read-arguments.ts';
import type { Terminal } from '../terminal.ts';
import { withWaymark } from '../with-waymark.ts';

const HELP = `Check that the record of what was done has not been tampered with.

Usage
  waymark audit verify [--keep FILE] [--against FILE] [--json]
      walks every chain of the audit record, of the events of cases and of the rows beside them from its first entry to its
      last, works out each entry's hash anew, and names the first break of each chain: the entry, and what differs. Compares
      every case, person, progress, referral, proposal, note of a provider, organisation, account, membership, right, service,
      triage and evaluation with its last entry. Prints one digest of the last entries of all chains. Exit status 1 where there is a break

The database is the one that npm start uses: the embedded one in WAYMARK_DATA, or the one that DATABASE_URL names. It may
be in use meanwhile.

Options
  --keep FILE     write the last entry of every chain, and the digest, to a new file. Keep it where those who run the
                  database cannot change it, and note the digest
  --against FILE  compare with such a file: name the chains that end before what it holds, or go another way
  --json          print {"whole", "chains", "entries", "breaks": [{"kind", "chain", "sequence", "difference"}], "digest"}
`;

const OPTIONS = { json: {}, keep: { value: 'FILE' }, against: { value: 'FILE' } } as const;

/** `waymark audit`. */
export const auditCommand: Command = {
  help: HELP,
  run: async ([name, ...rest], terminal) => {
    if (name !== 'verify') {
      throw new InputFault(
        `audit: ${name === undefined ? 'what to do is missing' : `there is no "${name}"`}; write audit verify`,
      );
    }
    const { flags, values, words } = readArguments('audit verify', OPTIONS, rest);
    if (words.length > 0) throw new InputFault(`audit verify: "${words[0]}" is not understood; it takes no words`);
    const against = await readKept(values.get('against')?.[0]);
    const keepIn = values.get('keep')?.[0];
    const lines: string[] = [];
    const verification = await withWaymark({ command: 'audit verify' }, (waymark) =>
      waymark.verifyRecords({
        ...(against ? { against } : {}),
        ...(keepIn === undefined ? {} : { keep: (line) => lines.push(line) }),
      }),
    );
    if (keepIn !== undefined) await keepHeads(keepIn, keptHeadsFile(verification.digest, lines));
    await terminal.write(flags.has('json') ? inJson(verification) : inWords(verification, terminal));
    return statusOf(verification);
  },
};

async function readKept(path: string | undefined): Promise<KeptHeads | null> {
  if (path === undefined) return null;
  try {
    return new KeptHeads(await readFile(path, 'utf8'));
  } catch (fault) {
    if (!(fault instanceof KeptHeadsFault) && errorCode(fault) === undefined) throw fault;
    throw new InputFault(`audit verify: ${path} cannot be compared with: ${errorMessage(fault)}`);
  }
}

/** Written to a new file only: what was kept earlier is what a later record is compared with. */
async function keepHeads(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (fault) {
    if (errorCode(fault) === undefined) throw fault;
    throw new InputFault(`audit verify: ${path} cannot be written: ${errorMessage(fault)}`);
  }
}

function statusOf({ breaks }: Verification): ExitStatus {
  return breaks.length === 0 ? EXIT.done : EXIT.faultsFound;
}

function inJson(verification: Verification): string {
  return `${JSON.stringify({ whole: verification.breaks.length === 0, ...verification })}\n`;
}

const KINDS: Readonly<Record<string, string>> = { audit: 'audit record', case: 'events of a case', row: 'row' };

function inWords({ chains, entries, breaks, digest }: Verification, { style }: Terminal): string {
  const walked = `${count(chains, 'chain')}, ${count(entries, 'entry', 'entries')}`;
  if (breaks.length === 0)
    return `${style('green', 'Whole')}: ${walked}, each as it was written.\nDigest of all chains: ${digest}\n`;
  const lines = breaks.map(
    ({ kind, chain, sequence, difference }) =>
      `  ${KINDS[kind] ?? kind}, ${chain}, entry ${sequence}: ${differenceInWords[difference]}`,
  );
  return `${style('red', 'Broken')}: ${count(new Set(breaks.map(({ kind, chain }) => `${kind} ${chain}`)).size, 'chain')} of ${walked}. The first break of each:\n${lines.join('\n')}\nDigest of all chains: ${digest}\n`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
