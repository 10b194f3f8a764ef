import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { median, type Bench, type Figure } from '../figure.ts';
import * as methods from './methods.ts';
import { madeUpPeople, type People } from './people.ts';
import { runInR, type RanInR } from './peer-in-r.ts';

const SEED = 20_160_801;
const ROUNDS = 5;

interface Task {
  readonly method: string;
  readonly of: (people: People) => methods.Found;
  readonly sizes: readonly number[];
  /** How far what R found may be off, relative to it. */
  readonly within: number;
}

const TASKS: readonly Task[] = [
  { method: 'cox', of: methods.coxOf, sizes: [100_000, 1_000_000], within: 1e-6 },
  { method: 'survival', of: methods.survivalOf, sizes: [100_000, 1_000_000], within: 1e-8 },
  { method: 'logistic', of: methods.logisticOf, sizes: [100_000, 1_000_000], within: 1e-6 },
  // MatchIt 4.5.1 lets every caliper pass, so its pairs are counted and not compared.
  { method: 'matching', of: methods.matchingOf, sizes: [100_000], within: Infinity },
  // Two streams of chance: the error of a standard error from 10,000 replicates is 0.7%.
  { method: 'bootstrap-by-rows', of: methods.bootstrapByRowsOf, sizes: [1_000], within: 0.04 },
  { method: 'bootstrap-by-counts', of: methods.bootstrapByCountsOf, sizes: [1_000], within: 0.04 },
];

/** Seconds for each method, Waymark's beside R's on the same people, in one run; and whether they found the same. */
export const bench: Bench = async (say) => {
  const figures: Figure[] = [];
  let versions = '';
  for (const n of [...new Set(TASKS.flatMap(({ sizes }) => sizes))].toSorted((a, b) => a - b)) {
    const people = madeUpPeople(n, SEED);
    const tasks = TASKS.filter(({ sizes }) => sizes.includes(n));
    const inR = await runInR(
      people,
      tasks.map(({ method }) => method),
    );
    versions = inR?.versions ?? versions;
    for (const task of tasks) {
      const name = `${task.method}-${n}`;
      say(`${name}: ${ROUNDS} rounds`);
      const { seconds, found } = timed(task, people);
      figures.push({ name, value: seconds, unit: 's' }, ...besideR(name, { task, seconds, found, inR }));
    }
  }
  say('memory of cox');
  figures.push({ name: 'cox-1000000-memory', value: await bytesAPerson(), unit: 'bytes a person' });
  return { figures, notes: notesOf(versions) };
};

function timed({ of }: Task, people: People): { readonly seconds: number; readonly found: methods.Found } {
  let found = of(people);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const began = process.hrtime.bigint();
    found = of(people);
    return Number(process.hrtime.bigint() - began) / 1e9;
  });
  return { seconds: median(rounds), found };
}

interface Beside {
  readonly task: Task;
  readonly seconds: number;
  readonly found: methods.Found;
  readonly inR: RanInR | null;
}

/** R's seconds and how many times longer they are. Throws where R found something else. */
function besideR(name: string, { task, seconds, found, inR }: Beside): readonly Figure[] {
  const peer = inR?.methods.get(task.method);
  if (peer === undefined) return [];
  for (const [at, value] of found.entries()) {
    const other = peer.found[at] ?? Number.NaN;
    if (!(Math.abs(value - other) <= task.within * Math.abs(other))) {
      throw new Error(`${name}: R found ${peer.found.join(', ')}, and this ${found.join(', ')}`);
    }
  }
  return [
    { name: `${name}-r`, value: peer.seconds, unit: 's' },
    { name: `${name}-times-faster`, value: peer.seconds / seconds, unit: 'times' },
  ];
}

/** The peak of a process that makes a million people and fits Cox's model to them, over that of one that does nothing. */
async function bytesAPerson(): Promise<number> {
  const script = fileURLToPath(new URL('cox-memory.ts', import.meta.url));
  const peak = async (...words: readonly string[]): Promise<number> =>
    Number((await promisify(execFile)(process.execPath, [script, ...words])).stdout);
  return ((await peak('fit')) - (await peak())) / 1_000_000;
}

function notesOf(versions: string): readonly string[] {
  return [
    `Made-up people (seed ${SEED}); seconds by the clock on one core, Waymark the median of ${ROUNDS} rounds after one to warm up, R once.`,
    versions === ''
      ? 'There is no R on this machine, so no method was compared.'
      : `Beside ${versions}. What both found agrees: coefficients and log-likelihood to 1e-6, survival and chi-squared to 1e-8, bootstrap errors within chance.`,
    'cox: 5 covariates, Efron’s ties; coxph computes residuals and the concordance too. survival: a curve for each arm with Greenwood’s errors, and the log-rank test (survfit and survdiff).',
    'logistic: 6 covariates. matching: propensity scores, then nearest neighbours within 0.2 standard deviations; MatchIt 4.5.1 ignores the caliper, so only the work is compared.',
    `bootstrap: ${methods.REPLICATES.toLocaleString('en-GB')} replicates on 1,000 people; by rows of a ratio of rates, by counts of a ratio of risks (R’s boot by rows both times).`,
    'memory: the peak of a process that makes a million people, eight columns of 8 bytes a person, and fits Cox’s model to them, over that of one that does nothing: the columns are in it.',
  ];
}
