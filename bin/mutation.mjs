// `npm run mutation -- [SCOPE | PATH]...`: plants faults in the code and says which of them no test notices. A scope is
// one of those below, a path is any file of src/, tried with the quick tests of its room and those of cases and forms.
// Without either: every scope, for hours.
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { exitWith, setUp, SetUpFault } from './set-up.mjs';

const TESTS_OF_CASES_AND_FORMS = ['tests/cases/**/*.test.ts', 'tests/forms/**/*.test.ts'];
const QUICK_TESTS = ['src/**/*.test.ts', ...TESTS_OF_CASES_AND_FORMS];

/** How many cases a property draws where its test names no number: it draws them again for every fault. */
const FEW_RUNS = '20';

/** What is mutated together, and the tests that should notice: fewer tests, sooner done. */
const SCOPES = {
  consent: {
    mutate: ['src/**/consent-field.ts'],
    tests: ['src/**/consent-field.test.ts', 'tests/forms/**/*.test.ts'],
  },
  outcome: {
    mutate: ['src/cases/domain/outcome/outcome-rules.ts'],
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
  eligibility: { mutate: ['src/eligibility/**/*.ts'], tests: ['src/eligibility/**/*.test.ts'] },
  domain: { mutate: ['src/**/domain/**/*.ts'], tests: QUICK_TESTS },
};

await exitWith(async () => {
  const asked = process.argv.slice(2);
  const { node } = await setUp();
  let worst = 0;
  for (const name of asked.length > 0 ? asked : Object.keys(SCOPES)) {
    worst = Math.max(worst, await mutate(node, scopeOf(name), name));
  }
  return worst;
});

function scopeOf(name) {
  if (Object.hasOwn(SCOPES, name)) return SCOPES[name];
  const [src, room] = name.split('/');
  if (src === 'src') return { mutate: [name], tests: [`src/${room}/**/*.test.ts`, ...TESTS_OF_CASES_AND_FORMS] };
  throw new SetUpFault(`There is no scope ${name}. Name a path in src/, or one of: ${Object.keys(SCOPES).join(', ')}`);
}

function mutate(node, { mutate, tests }, name) {
  console.log(`Mutating ${name}`);
  const root = fileURLToPath(new URL('..', import.meta.url));
  const stryker = fileURLToPath(new URL('../node_modules/@stryker-mutator/core/bin/stryker.js', import.meta.url));
  const product = [...mutate, '!src/**/*.test.ts', '!src/**/*.test-support.ts', '!src/**/*.generated.ts'];
  const child = spawn(node, [stryker, 'run', '--mutate', product.join(',')], {
    cwd: root,
    stdio: 'inherit',
    env: { FAST_CHECK_RUNS: FEW_RUNS, ...process.env, WAYMARK_MUTATION_TESTS: tests.join(',') },
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
  return mutants.some(({ status }) => status === 'Survived' || status === 'NoCoverage') ? 1 : 0;
}
