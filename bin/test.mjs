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

/** Each part: a tool that passes or fails as a whole (`check`), or vitest projects whose tests are counted, or both. */
const parts = [
  {
    name: 'format',
    title: 'Formatting',
    check: ['prettier', '--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier', '.'],
  },
  { name: 'types', title: 'Types', check: types },
  { name: 'lint', title: 'Lint, with types', check: lint },
  { name: 'unused', title: 'Unused files, exports and packages', check: ['knip'] },
  {
    name: 'walls',
    title: 'Walls between the rooms',
    check: ['depcruise', 'src', 'bench', 'scripts', 'tests'],
    projects: ['walls'],
  },
  {
    name: 'unit',
    title: 'Unit tests, quick and slow, with the coverage of the pure core',
    projects: ['unit', 'slow'],
    vitest: ['--coverage'],
  },
  { name: 'store', title: 'Store tests, on the embedded PostgreSQL and on one given by URL', projects: ['store'] },
  { name: 'journeys', title: 'Journeys and accessibility, in Chromium', projects: ['journeys'], browser: true },
];

/** Checks that use one core each. Vitest starts two workers by itself. */
const CHECKS_AT_ONCE = 2;

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
  const checks = chosen.filter(({ check }) => check).values();
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, () => runChecks(checks, node)));
  for (const part of chosen) if (part.projects) await timed(part, () => runProjects(part, node));
  return close(chosen);
}

/** Takes the next check until there is none. What a check prints is shown when it has ended, under its heading. */
async function runChecks(checks, node) {
  for (const part of checks) {
    const { status, output } = await timed(part, () => runTool(node, part.check, { quiet: true }));
    heading(`${part.title}: ${part.check[0]}`);
    process.stdout.write(output);
    console.log(status === 0 ? 'ok' : 'FAILED');
    results.get(part.name)[status === 0 ? 'passed' : 'failed'] += 1;
  }
}

async function timed({ name }, work) {
  const startedAt = performance.now();
  try {
    return await work();
  } finally {
    results.get(name).seconds += (performance.now() - startedAt) / 1000;
  }
}

/** Runs a part's vitest projects and adds their tests to the counts; a file that could not be read counts as a failure. */
async function runProjects(part, node) {
  heading(part.title);
  const result = results.get(part.name);
  const chromium = part.browser ? findChromium() : undefined;
  if (chromium === null) {
    result.skipped += 1;
    return;
  }
  const report = join('reports', `${part.name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { status, output } = await runTool(
    node,
    ['vitest', 'run', ...part.projects.map((name) => `--project=${name}`), ...reporters, ...(part.vitest ?? [])],
    { env: chromium ? { CHROMIUM_PATH: chromium } : {} },
  );
  process.stdout.write(output);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readReport(report);
  result.passed += numPassedTests;
  result.failed += status !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  result.skipped += numPendingTests + numTodoTests;
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
  console.log('npm test               everything, in this order');
  for (const { name, title } of parts) console.log(`npm test -- ${name.padEnd(11)}${title}`);
  console.log('\nSeveral parts may be named. CHROMIUM_PATH names the browser of the journeys;');
  console.log('FAST_CHECK_SEED repeats the draw of a property test that failed.');
  return 0;
}

await exitWith(() => main(process.argv.slice(2)));
