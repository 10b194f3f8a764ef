import { demonstrationFiles } from '../../evaluation/index.ts';
import { writeStudyFolder } from '../../evaluation/store/write-study-folder.ts';
import type { Command } from '../command.ts';
import { EXIT, InputFault, type ExitStatus } from '../exit.ts';
import { readArguments, type OptionTable } from '../read-arguments.ts';
import type { Terminal } from '../terminal.ts';

const PEOPLE = { otherwise: 5000, most: 200_000 };
const SEED = 1;

const HELP = `Write a study of generated people, whose true effects are known.

Usage
  waymark demonstration cohort [--people N] [--seed S] [--out DIR] [--replace] [--json]

No real people are in it: pseudonyms begin with DEMO-, and forces, schemes and effects are invented. It has forces with
a scheme and forces without, a trial in two of them, offers that depend on who the person is, people who do not do as
assigned, deaths, missing values, and index days too late to be mature. The same N and S give the same files to the byte.

Files
  cohort.csv, reoffences.csv   the data, as waymark evaluate reads them
  dictionary.csv               what each column means
  truth.json                   the true effects, of whom, and how each is known
  harm-weights.csv             invented weights, to try harm-weighted reoffending with
  unit-costs.yaml              invented unit costs, to try cost per case with
  README.md                    says that the data are generated

Options
  --people N   how many people, from 1 to ${PEOPLE.most.toLocaleString('en-GB')}; ${PEOPLE.otherwise} where it is left out
  --seed S     a whole number that decides every draw; ${SEED} where it is left out
  --out DIR    the folder to write; demonstration-cohort-N-S in the current folder where it is left out
  --replace    replace these files in a folder that is there already. Others in it are kept. Without it such a folder
               is refused unless it is empty
  --json       print {"folder", "files", "people", "seed"}

All files are written beside the folder first and then put in place: half a study is never left behind.
`;

const OPTIONS: OptionTable = {
  people: { value: 'N' },
  seed: { value: 'S' },
  out: { value: 'DIR' },
  replace: {},
  json: {},
};

/** `waymark demonstration`. */
export const demonstrationCommand: Command = {
  help: HELP,
  run: async ([name, ...rest], terminal) => {
    if (name !== 'cohort') {
      const problem = name === undefined ? 'what to make is missing' : `there is no "${name}"`;
      throw new InputFault(`demonstration: ${problem}; write demonstration cohort`);
    }
    return writeCohortFolder(rest, terminal);
  },
};

async function writeCohortFolder(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { flags, values, words } = readArguments('demonstration cohort', OPTIONS, args);
  if (words[0] !== undefined) throw new InputFault(`demonstration cohort: "${words[0]}" is one word too many`);
  const value = (name: string): string | undefined => values.get(name)?.[0];
  const people = wholeNumber('people', value('people') ?? String(PEOPLE.otherwise), { least: 1, most: PEOPLE.most });
  const seed = wholeNumber('seed', value('seed') ?? String(SEED), { least: 0, most: Number.MAX_SAFE_INTEGER });
  const folder = value('out') ?? `demonstration-cohort-${people}-${seed}`;
  const files = demonstrationFiles({ people, seed });
  const written = await writeStudyFolder(folder, files, { replace: flags.has('replace') });
  if (!written.ok) {
    throw new InputFault(`demonstration cohort: ${written.refusal.problem}; ${written.refusal.remedy}`);
  }
  await terminal.write(
    flags.has('json')
      ? `${JSON.stringify({ folder, files: Object.keys(files), people, seed }, null, 2)}\n`
      : inWords({ folder, people, paths: written.value }),
  );
  return EXIT.done;
}

function inWords({ folder, people, paths }: { folder: string; people: number; paths: readonly string[] }): string {
  const lines = paths.map((path) => `  ${path}`).join('\n');
  return `${people.toLocaleString('en-GB')} generated people, none of them real, are in ${folder}:\n${lines}\n`;
}

function wholeNumber(name: string, text: string, { least, most }: { least: number; most: number }): number {
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new InputFault(`demonstration cohort: --${name} is a whole number from ${least} to ${most}; not ${text}`);
}
