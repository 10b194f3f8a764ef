import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { closeSync, openSync } from 'node:fs';
import { chmod, mkdtemp, readFile, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { serverConnection } from '../../src/db/embedded/probe.ts';
import { compileCache } from '../../bin/compile-cache.mjs';
import { MACHINE_IS_SLOW_MS } from '../slow-machines.ts';

/** Signals that do not end it; the last sets its clock, where it was started so. */
const GOES_ON: ReadonlySet<NodeJS.Signals> = new Set(['SIGSTOP', 'SIGCONT', 'SIGUSR2']);

export const PASSWORD = 'a password for faults';
const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));

/** A program with a data folder of its own, to do harm to. It is started again by hand, as a supervisor would. */
export interface Program {
  readonly url: string;
  /** Everything it keeps. */
  readonly folder: string;
  /** Whether it runs; one that ended by itself is the worst that can happen. */
  isAlive(): boolean;
  /** What it said on its standard error. */
  said(): string;
  signal(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again where it has ended, and resolves when it answers. */
  start(): Promise<void>;
  /** The processes of the database: the server first, then those that serve one connection each. */
  database(): Promise<{ readonly postmaster: number; readonly connections: readonly number[] }>;
  /** Where the database listens. */
  socketFolder(): Promise<string>;
  /** The first row of what its database answers to whoever may see everything. */
  ask<Row extends object>(statement: string): Promise<Row | null>;
  /** A second program on the same folder. */
  beside(): Promise<Program>;
  command(...words: readonly string[]): Promise<string>;
  /** What its commands are started with. */
  readonly environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

interface Start {
  /** Further variables of its environment. */
  readonly environment?: Readonly<Record<string, string>> | ((folder: string) => Readonly<Record<string, string>>);
  readonly folder?: string;
  /** A file that all it says goes to, as a supervisor without a journal of its own would have it. */
  readonly logFile?: string;
}

/** Starts a program on a free port, with the demonstration's people. */
export async function startProgram({ environment = {}, folder: given, logFile }: Start = {}): Promise<Program> {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'waymark-faults-')));
  await chmod(folder, 0o711);
  const port = await freePort();
  const env = {
    ...process.env,
    ...compileCache(),
    PORT: String(port),
    HOST: '127.0.0.1',
    WAYMARK_DATA: folder,
    WAYMARK_DEMONSTRATION_PASSWORD: PASSWORD,
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
    ...(typeof environment === 'function' ? environment(folder) : environment),
  };
  let child: ChildProcess | null = null;
  let said = '';
  const isAlive = (): boolean => child !== null && child.exitCode === null && child.signalCode === null;

  async function start(): Promise<void> {
    if (isAlive()) return;
    if (logFile !== undefined) return startInto(logFile);
    const started = spawn(process.execPath, [join(SOURCE, 'main.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child = started;
    started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`It did not start in time. It said: ${said}`)),
        MACHINE_IS_SLOW_MS,
      );
      started.once('exit', (code) => reject(new Error(`It ended with status ${code} at its start. It said: ${said}`)));
      started.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (!said.includes('answers on http')) return;
        clearTimeout(timer);
        resolve();
      });
    });
  }

  async function startInto(file: string): Promise<void> {
    const log = openSync(file, 'a');
    child = spawn(process.execPath, [join(SOURCE, 'main.ts')], { env, stdio: ['ignore', log, log] });
    closeSync(log);
    for (const from = performance.now(); ; await pause(200)) {
      const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
      if (answer?.ok === true) return;
      if (!isAlive() || performance.now() - from > MACHINE_IS_SLOW_MS)
        throw new Error(`It did not start. It said: ${await readFile(file, 'utf8')}`);
    }
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    if (running === null || !isAlive()) return;
    running.kill(signal);
    if (!GOES_ON.has(signal)) await once(running, 'exit');
  }

  async function socketFolder(): Promise<string> {
    const lines = (await readFile(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8')).split('\n');
    return lines[4] ?? '';
  }

  const program: Program = {
    url: `http://127.0.0.1:${port}`,
    folder,
    isAlive,
    said: () => said,
    signal: end,
    start,
    database: () => databaseOf(folder),
    environment: env,
    socketFolder,
    ask: async <Row extends object>(statement: string) => {
      const client = new pg.Client({ ...serverConnection(await socketFolder()), database: 'waymark' });
      await client.connect();
      try {
        return (await client.query<Row>(statement)).rows[0] ?? null;
      } finally {
        await client.end();
      }
    },
    beside: () => startProgram({ environment, folder }),
    command: async (...words) => {
      const running = promisify(execFile)(process.execPath, [join(SOURCE, 'cli/waymark.ts'), ...words], { env });
      running.child.stdin?.end(PASSWORD);
      return (await running).stdout;
    },
    stop: async () => {
      await end('SIGTERM');
      if (given === undefined) await removeFolder(folder);
    },
  };
  try {
    await start();
    return program;
  } catch (fault) {
    await program.stop();
    throw fault;
  }
}

/** Where root starts it, the database may lie elsewhere, behind a link. */
export async function removeFolder(folder: string): Promise<void> {
  const database = await realpath(join(folder, 'postgres')).catch(() => null);
  if (database !== null) await rm(database, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

async function databaseOf(folder: string): ReturnType<Program['database']> {
  const text = await readFile(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8');
  const postmaster = Number.parseInt(text, 10);
  const { stdout } = await promisify(execFile)('ps', ['-o', 'pid=,args=', '--ppid', String(postmaster)]);
  const connections = stdout
    .split('\n')
    .filter((line) => / waymark_(web|program) /.test(line))
    .map((line) => Number.parseInt(line, 10));
  return { postmaster, connections };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
