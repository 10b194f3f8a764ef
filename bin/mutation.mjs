// `npm run mutation -- [SCOPE | PATH]... [--sample N] [--seed S]`: plants faults in the code and says which of them no
// test notices. A scope is one of those below, a path is any file of src/, tried with the quick tests of its room and
// those of cases and forms. Without either: every scope, for hours. With --sample, as many of the faults of each scope
// as N says are drawn and tried, and the score of the whole is estimated.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exitWith, setUp, SetUpFault } from './set-up.mjs';

const TESTS_OF_CASES_AND_FORMS = ['tests/cases/**/*.test.ts', 'tests/forms/**/*.test.ts'];
const QUICK_TESTS = ['src/**/*.test.ts', ...TESTS_OF_CASES_AND_FORMS];
/** Slow tests, those that need a database or a browser, and those of the program itself would take days. */
const NOT_TRIED = [
  '**/*.{slow,store}.test.ts',
  'tests/architecture/**',
  'tests/journeys/**',
  'tests/launchers/**',
  // Goes to another folder, which a thread may not, and faults are tried in threads.
  'src/schemes/store/catalogue-files.test.ts',
];

/** How many cases a property draws where its test names no number: it draws them again for every fault. */
const FEW_RUNS = '20';

/** What is mutated together, and the tests that should notice: fewer tests, sooner done. */
const SCOPES = {
  consent: {
    mutate: ['src/**/consent-field.ts'],
    tests: ['src/**/consent-field.test.ts', 'tests/forms/**/*.test.ts'],
  },
  outcome: {
    mutate: [
      'src/cases/domain/outcome/outcome-rules.ts',
      'src/cases/domain/outcome/*-at-outcome.ts',
      'src/cases/domain/outcome/*-of-outcome.ts',
    ],
    tests: ['src/cases/domain/outcome/*.test.ts', 'tests/cases/**/*.test.ts'],
  },
  disclosure: {
    mutate: ['src/evaluation/domain/disclosure/**/*.ts'],
    tests: ['src/evaluation/domain/disclosure/**/*.test.ts'],
  },
  access: { mutate: ['src/access/domain/**/*.ts'], tests: ['src/access/**/*.test.ts'] },
  forms: {
    mutate: ['src/**/form.ts', 'src/**/read-answer.ts', 'src/web/**/forms/*.ts'],
    tests: ['tests/forms/**/*.test.ts', 'src/**/pages/**/*.test.ts', 'src/web/**/*.test.ts'],
  },
  cases: { mutate: ['src/cases/domain/**/*.ts'], tests: ['src/cases/**/*.test.ts', 'tests/cases/**/*.test.ts'] },
  eligibility: {
    mutate: ['src/eligibility/**/*.ts'],
    // Its properties, and bulk deciding held to deciding one by one, are slow, and tried all the same.
    tests: ['src/eligibility/**/*.test.ts', 'src/schemes/domain/**/!(*.slow).test.ts', 'tests/triage/**/*.test.ts'],
    notTried: ['**/*.store.test.ts'],
  },
  domain: { mutate: ['src/**/domain/**/*.ts'], tests: QUICK_TESTS },
};

await exitWith(async () => {
  const { positionals: asked, values } = parseArgs({
    allowPositionals: true,
    options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  const { sample, seed } = values;
  if (sample !== undefined && !/^[1-9]\d*$/.test(sample))
    throw new SetUpFault(`--sample ${sample} is no number from 1`);
  const { node } = await setUp();
  let worst = 0;
  for (const name of asked.length > 0 ? asked : Object.keys(SCOPES)) {
    worst = Math.max(worst, await mutate(node, scopeOf(name), { name, sample, seed }));
  }
  return worst;
});

function scopeOf(name) {
  if (Object.hasOwn(SCOPES, name)) return SCOPES[name];
  const [src, room] = name.split('/');
  if (src === 'src') return { mutate: [name], tests: [`src/${room}/**/*.test.ts`, ...TESTS_OF_CASES_AND_FORMS] };
  throw new SetUpFault(`There is no scope ${name}. Name a path in src/, or one of: ${Object.keys(SCOPES).join(', ')}`);
}

function mutate(node, { mutate, tests, notTried = NOT_TRIED }, { name, sample, seed }) {
  console.log(`Mutating ${name}`);
  const root = fileURLToPath(new URL('..', import.meta.url));
  const stryker = fileURLToPath(new URL('../node_modules/@stryker-mutator/core/bin/stryker.js', import.meta.url));
  const product = [...mutate, '!src/**/*.test.ts', '!src/**/*.test-support.ts', '!src/**/*.generated.ts'];
  const drawing = sample === undefined ? [] : ['--checkers', 'sample'];
  const child = spawn(node, [stryker, 'run', '--mutate', product.join(','), ...drawing], {
    cwd: root,
    stdio: 'inherit',
    env: {
      FAST_CHECK_RUNS: FEW_RUNS,
      ...process.env,
      WAYMARK_MUTATION_TESTS: tests.join('\n'),
      WAYMARK_MUTATION_NOT_TRIED: notTried.join('\n'),
      ...(sample === undefined ? {} : { WAYMARK_MUTATION_SAMPLE: sample, WAYMARK_MUTATION_SEED: seed }),
    },
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  }).then((code) => (code === 0 ? statusOf(root, name) : code));
}

/** A fault that nobody noticed is a failure; so is a scope whose files are no longer where it says. */
async function statusOf(root, name) {
  const { files } = JSON.parse(await readFile(`${root}reports/mutation.json`, 'utf8'));
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  if (mutants.length === 0) throw new SetUpFault(`Nothing is mutated in ${name}: no file is where it says.`);
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout', 'RuntimeError');
  const survived = count('Survived');
  const reachedByNoTest = count('NoCoverage');
  const notDrawn = count('CompileError');
  const tried = noticed + survived + reachedByNoTest;
  console.log(`${name}: ${tried} faults tried; ${survived} survive, and no test reaches ${reachedByNoTest}`);
  if (notDrawn > 0) console.log(`Drawn from ${notDrawn + tried}: ${estimated(noticed, tried)}`);
  return survived + reachedByNoTest > 0 ? 1 : 0;
}

/** What share of all faults is noticed, from a sample: Wilson's interval at 95%. */
function estimated(noticed, tried) {
  const z = 1.959964;
  const share = noticed / tried;
  const middle = (share + z ** 2 / (2 * tried)) / (1 + z ** 2 / tried);
  const half = (z / (1 + z ** 2 / tried)) * Math.sqrt((share * (1 - share)) / tried + z ** 2 / (4 * tried ** 2));
  const percent = (number) => (number * 100).toFixed(1);
  return `${percent(share)}% are noticed (95% interval ${percent(middle - half)}% to ${percent(middle + half)}%)`;
}
