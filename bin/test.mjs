// `npm test`: installs what is missing, then runs every check, one after another, and closes with one line of counts.
// Plain JavaScript for Node 20: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';
import { exitWith, setUp } from './set-up.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tools = join(root, 'node_modules', '.bin');

/** Each part: commands that pass or fail as a whole (`checks`), or a vitest project whose tests are counted. */
const parts = [
  {
    name: 'format',
    title: 'Formatting',
    checks: [['prettier', '--check', '--log-level', 'warn', '--cache', '--cache-location', '.cache/prettier', '.']],
  },
  { name: 'types', title: 'Types', checks: [['tsc', '--noEmit', '-p', '.']] },
  { name: 'lint', title: 'Lint, with types', checks: [['oxlint', '--deny-warnings']] },
  {
    name: 'walls',
    title: 'Walls between the rooms',
    checks: [['depcruise', 'src', 'bench', 'scripts', 'tests']],
    project: 'walls',
  },
  { name: 'unused', title: 'Unused files, exports and packages', checks: [['knip']] },
  { name: 'unit', title: 'Unit tests, with the coverage of the pure core', project: 'unit', vitest: ['--coverage'] },
  { name: 'store', title: 'Store tests, on the embedded PostgreSQL and on one given by URL', project: 'store' },
  { name: 'journeys', title: 'Journeys and accessibility, in Chromium', project: 'journeys', browser: true },
];

const counts = { passed: 0, failed: 0, skipped: 0 };
const summary = [];

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
  for (const part of chosen) run(part, node);
  return close();
}

function run(part, node) {
  console.log(`\n── ${part.title} ${'─'.repeat(Math.max(0, 100 - part.title.length))}\n`);
  const startedAt = performance.now();
  const before = { ...counts };
  const chromium = part.browser ? findChromium() : undefined;
  if (chromium === null) counts.skipped += 1;
  else {
    for (const check of part.checks ?? []) count(start(node, check) === 0);
    if (part.project) runProject(part, node, chromium);
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const added = Object.entries(counts).map(([key, value]) => [key, value - before[key]]);
  const ofPart = Object.fromEntries(added);
  summary.push([part.title, seconds, ofPart]);
  console.log(`\n${ofPart.failed > 0 ? 'FAILED' : ofPart.passed > 0 ? 'ok' : 'skipped'}  ${part.title}, ${seconds} s`);
}

/** Runs one vitest project and adds its tests to the counts; a file that could not be read counts as a failure. */
function runProject(part, node, chromium) {
  const report = join('reports', `${part.name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const environment = chromium ? { CHROMIUM_PATH: chromium } : {};
  const status = start(
    node,
    ['vitest', 'run', '--project', part.project, ...reporters, ...(part.vitest ?? [])],
    environment,
  );
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readReport(report);
  counts.passed += numPassedTests;
  counts.failed += status !== 0 && numFailedTests === 0 ? 1 : numFailedTests;
  counts.skipped += numPendingTests + numTodoTests;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  }
}

function start(node, [tool, ...words], environment = {}) {
  const path = `${tools}${delimiter}${process.env.PATH ?? ''}`;
  const { status, error } = spawnSync(node, [join(tools, tool), ...words], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment, PATH: path },
  });
  if (error) console.log(`${tool} could not be started: ${error.message}`);
  return status ?? 1;
}

function count(passed) {
  counts[passed ? 'passed' : 'failed'] += 1;
}

function close() {
  console.log('');
  for (const [title, seconds, { passed, failed, skipped }] of summary) {
    const counted = [
      failed > 0 && `${failed} FAILED`,
      passed > 0 && `${passed} passed`,
      skipped > 0 && `${skipped} skipped`,
    ];
    const outcome = counted.filter(Boolean).join(', ');
    console.log(`${title.padEnd(66)}${`${seconds} s`.padStart(9)}   ${outcome}`);
  }
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed > 0 ? 1 : 0;
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
