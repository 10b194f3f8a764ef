// Plain JavaScript for whatever Node is on the machine (20 or newer), without dependencies: it runs before there are any.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled, linkLibraries, missingPackages, stamp } from './installation.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const LOCKED_ELSEWHERE = 75;
const OLDEST_NODE = 24;

/** Whoever runs Waymark can do something about this; the message says what. */
export class SetUpFault extends Error {}

/**
 * Installs what is missing and answers `{ node }`, the path of the Node.js that runs Waymark. Costs a few milliseconds
 * where everything is in place. Where two run at once, the second waits for the first. Says what it does on standard
 * error, never on standard output.
 */
export async function setUp() {
  if (!isInstalled(root)) await installOnce();
  const missingLink = linkLibraries(root);
  if (missingLink) throw new SetUpFault(`A link to a library of PostgreSQL cannot be made: ${missingLink}`);
  return { node: findNode() };
}

/**
 * Runs `setUp`, then `script` (a path in this project) under Waymark's own Node.js with this program's standard input
 * and output. Signals are passed on. Answers the exit status.
 */
export async function runWith(script, args, options = {}) {
  const { node } = await setUp();
  const child = spawn(node, [join(root, script), ...args], { stdio: 'inherit', ...options });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  options.onStart?.(child);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 0)));
  });
}

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

/** Ends this program with the status of `run`; a SetUpFault becomes one clear message. */
export async function exitWith(run) {
  try {
    process.exitCode = await run();
  } catch (fault) {
    if (!(fault instanceof SetUpFault)) throw fault;
    console.error(`Waymark: ${fault.message}`);
    process.exitCode = 1;
  }
}

/**
 * Installs under flock(1), which every Debian has: the lock ends with the processes that hold it, however they end.
 * Without it (another system) the installation simply runs.
 */
async function installOnce() {
  const cache = join(root, '.cache');
  try {
    mkdirSync(cache, { recursive: true });
  } catch (fault) {
    throw new SetUpFault(
      `Its packages are not installed, and ${root} cannot be written (${fault.code}). Run it once as a user who may.`,
    );
  }
  const locked = ['--conflict-exit-code', String(LOCKED_ELSEWHERE), join(cache, 'set-up.lock')];
  const install = [process.execPath, fileURLToPath(import.meta.url), 'install'];
  let status = await run('flock', ['--nonblock', ...locked, ...install]);
  if (status === LOCKED_ELSEWHERE) {
    console.error('Waymark: waiting for another start that installs its packages.');
    status = await run('flock', [...locked, ...install]);
  }
  if (status === null) status = await run(install[0], install.slice(1));
  if (status !== 0) throw new SetUpFault('Its packages could not be installed; the reason stands above.');
}

/** Inside the lock: somebody else may have installed everything meanwhile. */
async function install() {
  if (isInstalled(root)) return;
  console.error('Waymark: installing its packages (npm ci). The first time this takes a minute or two.');
  rmSync(join(root, 'node_modules/.package-lock.json'), { force: true });
  // Also under NODE_ENV=production or an npm that is set to leave some out: the launcher needs Node.js 24 and
  // PostgreSQL, which are optional packages, and the tests need the rest.
  const args = ['ci', '--include=dev', '--include=optional', '--include=peer'];
  // Its warnings speak of the older Node.js that npm itself runs under, which Waymark does not use.
  args.push('--no-audit', '--no-fund', '--loglevel=error');
  const status = await run('npm', args, { env: { ...process.env, PATH: pathWithoutModules() } });
  if (status === null) throw new SetUpFault('npm is not on this machine. Install Node.js 20 or newer with npm.');
  if (status !== 0)
    throw new SetUpFault(`npm ci failed with status ${status}. Is the network there? Then start again.`);
  const missing = missingPackages(root);
  if (missing.length > 0) {
    throw new SetUpFault(`npm ci left out ${missing.join(', ')}. This mostly is a failed download: start again.`);
  }
  stamp(root);
}

/** npm must not run under the Node.js in node_modules, which it is about to replace. */
function pathWithoutModules() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.filter((folder) => !folder.includes('node_modules')).join(delimiter);
}

/** Standard output goes to standard error. Answers the exit status, or null where there is no such program. */
function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.on('error', (fault) => (fault.code === 'ENOENT' ? resolve(null) : reject(fault)));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function findNode() {
  const bundled = join(root, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(bundled)) return bundled;
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_NODE) return process.execPath;
  throw new SetUpFault(
    `npm has no Node.js for ${process.platform} on ${process.arch}; start it with Node.js ${OLDEST_NODE} or newer (this is ${process.version}).`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await exitWith(async () => {
    await (process.argv[2] === 'install' ? install() : setUp());
    return 0;
  });
}
