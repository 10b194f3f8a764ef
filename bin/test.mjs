// `npm test`: installs what is missing, then runs every check and every test, and closes with one line of counts.
// Plain JavaScript for Node 20: it runs before anything is installed.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { exitWith, setUp } from './set-up.mjs';
import { lint, runTool, types } from './tools.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Each part: a tool that passes or fails as a whole (`check`), or vitest projects whose tests are counted, or both. The
 * longest first, so that both cores have work to the end.
 */
const parts = [
  { name: 'journeys', title: 'Journeys and accessibility, in Chromium', projects: ['journeys'], browser: true },
  {
    name: 'unit',
    title: 'Unit tests, quick and slow, with the coverage of the pure core',
    projects: ['unit', 'slow'],
    vitest: ['--coverage'],
  },
  { name: 'store', title: 'Store tests, on the embedded PostgreSQL and on one given by URL', projects: ['store'] },
  {
    name: 'format',
    title: 'Formatting',
    check: ['prettier', '--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier', '.'],
  },
  { name: 'types', title: 'Types', check: types },
  {
    name: 'walls',
    title: 'Walls between the rooms',
    check: ['depcruise', 'src', 'bench', 'scripts', 'tests'],
    projects: ['walls'],
  },
  { name: 'lint', title: 'Lint, with types', check: lint },
  { name: 'unused', title: 'Unused files, exports and packages', check: ['knip'] },
];

/**
 * Parts that run side by side, each with one core: so neither core waits while the other reads modules, makes a database
 * or adds up coverage. A part that is run alone has both.
 */
const AT_ONCE = 2;

const results = new Map(parts.map(({ name }) => [name, { seconds: 0, passed: 0, failed: 0, skipped: 0 }]));

async function main(words) {
  if (words.includes('--help') || words.includes('-h')) return help();
  const unknown = words.filter((word) => !parts.some(({ name }) => name === word));
  if (unknown.length > 0) {
    console.error(`npm test: no part is called ${unknown.join(', ')}. The parts are: ${names().join(', ')}.`);
    return 2;
  }
  const { node } = await setUp();
  rmSync(join(root, 'reports'), { recursive: true, force: true });
  mkdirSync(join(root, 'reports'), { recursive: true });
  const chosen = words.length === 0 ? parts : parts.filter(({ name }) => words.includes(name));
  const workers = chosen.length > 1 ? ['--maxWorkers=1'] : [];
  const next = chosen.values();
  await Promise.all(Array.from({ length: AT_ONCE }, () => takeParts(next, { node, workers })));
  return close(chosen);
}

/** Takes the next part until there is none. What it prints is shown when it has ended, under its heading. */
async function takeParts(waiting, { node, workers }) {
  for (const part of waiting) {
    console.log(`begun   ${part.title}`);
    await timed(part, async () => {
      const printed = [
        part.check ? await runCheck(part, node) : '',
        part.projects ? await runProjects(part, { node, workers }) : '',
      ];
      heading(part.title);
      process.stdout.write(printed.join('\n'));
    });
  }
}

/** Answers what was printed. */
async function runCheck({ name, check }, node) {
  const { status, output } = await runTool(node, check, { quiet: true });
  results.get(name)[status === 0 ? 'passed' : 'failed'] += 1;
  return `${output}${check[0]}: ${status === 0 ? 'ok' : 'FAILED'}\n`;
}

async function timed({ name }, work) {
  const startedAt = performance.now();
  try {
    return await work();
  } finally {
    results.get(name).seconds += (performance.now() - startedAt) / 1000;
  }
}

/**
 * Runs a part's vitest projects and adds their tests to the counts; a file that could not be read counts as a failure.
 * Answers what was printed.
 */
async function runProjects(part, { node, workers }) {
  const result = results.get(part.name);
  const chromium = part.browser ? findChromium() : undefined;
  if (chromium === null) {
    result.skipped += 1;
    return '';
  }
  const report = join('reports', `${part.name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status, output } = await runTool(
    node,
    [
      'vitest',
      'run',
      ...part.projects.map((name) => `--project=${name}`),
      ...reporters,
      ...workers,
      ...(part.vitest ?? []),
    ],
    { quiet: true, env: chromium ? { CHROMIUM_PATH: chromium } : {} },
  );
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readReport(report);
  result.passed += numPassedTests;
  result.failed += status !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  result.skipped += numPendingTests + numTodoTests;
  return output;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  }
}

function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 100 - title.length))}\n`);
}

function close(chosen) {
  console.log('');
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, title } of chosen) {
    const { seconds, passed, failed, skipped } = results.get(name);
    const counted = [
      failed > 0 && `${failed} FAILED`,
      passed > 0 && `${passed} passed`,
      skipped > 0 && `${skipped} skipped`,
    ];
    const outcome = counted.filter(Boolean).join(', ');
    console.log(`${title.padEnd(66)}${`${seconds.toFixed(1)} s`.padStart(9)}   ${outcome}`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  const minutes = (performance.now() / 60_000).toFixed(1);
  console.log(`${'Together'.padEnd(66)}${`${minutes} min`.padStart(9)}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 ? 1 : 0;
}

function names() {
  return parts.map(({ name }) => name);
}

function help() {
  console.log('npm test               everything, two parts at a time');
  for (const { name, title } of parts) console.log(`npm test -- ${name.padEnd(11)}${title}`);
  console.log('\nSeveral parts may be named. CHROMIUM_PATH names the browser of the journeys;');
  console.log('FAST_CHECK_SEED repeats the draw of a property test that failed.');
  return 0;
}

await exitWith(() => main(process.argv.slice(2)));
