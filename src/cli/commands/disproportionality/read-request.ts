import type { Grouping } from '../../../evaluation/index.ts';
import type { Force } from '../../../reference/index.ts';
import { InputFault } from '../../exit.ts';
import { knownForces } from '../../known-forces.ts';
import { readArguments, type OptionTable } from '../../read-arguments.ts';

const COMMAND = 'disproportionality';
const OPTIONS: OptionTable = {
  records: { value: 'FILE.csv[.gz]', repeatable: true },
  force: { value: 'ID', repeatable: true },
  by: { value: 'ethnicity|sex|age' },
  population: { value: 'FILE.csv' },
  seed: { value: 'N' },
  json: {},
};

export interface DisproportionalityRequest {
  readonly paths: readonly string[];
  /** The ids of the forces whose searches all of the files hold together; empty where they were not given. */
  readonly forces: readonly string[];
  readonly by: Exclude<Grouping, 'ethnicity as the officer saw it'>;
  readonly population: string | null;
  readonly seed: number;
  readonly asJson: boolean;
}

/** What was asked for. Throws `InputFault`. */
export function readRequest(words: readonly string[], forces: readonly Force[]): DisproportionalityRequest {
  const read = readArguments(COMMAND, OPTIONS, words);
  const paths = [...(read.values.get('records') ?? []), ...read.words];
  if (!read.values.has('records')) {
    throw new InputFault(`${COMMAND}: name the files of searches: --records FILE.csv`);
  }
  const twice = paths.find((path, at) => paths.indexOf(path) < at);
  if (twice !== undefined) throw new InputFault(`${COMMAND}: ${twice} is given twice; give it once`);
  return {
    paths,
    forces: knownForces(COMMAND, read.values.get('force') ?? [], forces),
    by: grouping(read.values.get('by')?.[0]),
    population: read.values.get('population')?.[0] ?? null,
    seed: seedOf(read.values.get('seed')?.[0]),
    asJson: read.flags.has('json'),
  };
}

function grouping(text: string | undefined): DisproportionalityRequest['by'] {
  const known = ['ethnicity', 'sex', 'age'] as const;
  const found = known.find((word) => word === (text ?? 'ethnicity'));
  if (found !== undefined) return found;
  throw new InputFault(`${COMMAND}: --by ${text} is not known; write ${known.join(', ')}`);
}

function seedOf(text: string | undefined): number {
  const seed = Number(text ?? '1');
  if (/^-?\d+$/.test(text ?? '1') && Number.isSafeInteger(seed)) return seed;
  throw new InputFault(`${COMMAND}: --seed ${text} is not a whole number; write one, as --seed 7`);
}
