import { spawn, type ChildProcess } from 'node:child_process';
import { chown, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseFault } from '../database-fault.ts';
import type { Home } from './home.ts';
import { removeStaleLocks } from './postmaster.ts';
import { probe } from './probe.ts';

export interface Installation {
  readonly home: Home;
  readonly binaries: string;
  readonly socketFolder: string;
  /** Settings beyond the program's own, as tests use for speed. */
  readonly settings: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

const POLL_MS = 50;
const PATIENCE_MS = 5_000;
/** A server that was killed leaves processes and shared memory that take moments to go: then the start is repeated. */
const ATTEMPTS = 6;
const MAY_PASS = /shared memory block|lock file|Address already in use|is being used|database system is shut down/i;
const LOG_KEPT_BYTES = 10_000_000;

const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
};

/**
 * Answers when a server accepts connections on the socket: one that runs already, also one that recovers after it was
 * killed, or else one started here. The server outlives this process, and is none of its terminal's business.
 */
export async function startServer(installation: Installation): Promise<void> {
  const { home, socketFolder, say } = installation;
  let server: ChildProcess | null = null;
  let attempts = 0;
  let logFrom = 0;
  let patienceEnds = performance.now() + PATIENCE_MS;
  for (;;) {
    const state = await probe(socketFolder);
    if (state === 'accepting') return;
    const hasEnded = server === null || server.exitCode !== null || server.signalCode !== null;
    if (state === 'absent' && hasEnded) {
      const logged = attempts === 0 ? '' : await loggedSince(home, logFrom);
      if (attempts === ATTEMPTS || (attempts > 0 && !MAY_PASS.test(logged))) throw failure(home, logged);
      if (attempts > 0) await pause(attempts * 500);
      await removeStaleLocks(home.cluster, socketFolder);
      attempts += 1;
      logFrom = await logSize(home);
      server = await spawnServer(installation);
    }
    if (performance.now() > patienceEnds) {
      say('The database is not ready yet: it puts its files in order after it was stopped without warning.');
      patienceEnds = Infinity;
    }
    await pause(POLL_MS);
  }
}

async function spawnServer({ home, binaries, socketFolder, settings }: Installation): Promise<ChildProcess> {
  const log = await openLog(home);
  const options = Object.entries({ ...SETTINGS, ...settings, unix_socket_directories: `"${socketFolder}"` });
  const server = spawn(
    join(binaries, 'bin/postgres'),
    ['-D', home.cluster, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      ...(home.runAs ? { uid: home.runAs.uid, gid: home.runAs.gid } : {}),
    },
  );
  server.on('error', () => undefined);
  server.unref();
  await log.close();
  return server;
}

async function openLog(home: Home) {
  const file = logFile(home);
  if ((await logSize(home)) > LOG_KEPT_BYTES) await rename(file, `${file}.old`);
  const log = await open(file, 'a', 0o600);
  if (home.runAs) await chown(file, home.runAs.uid, home.runAs.gid);
  return log;
}

async function logSize(home: Home): Promise<number> {
  return stat(logFile(home)).then(
    (found) => found.size,
    () => 0,
  );
}

async function loggedSince(home: Home, from: number): Promise<string> {
  return (await readFile(logFile(home))).subarray(from).toString('utf8').trim();
}

function failure(home: Home, logged: string): DatabaseFault {
  const words = logged.split('\n').slice(-8).join('\n  ') || '(nothing)';
  return new DatabaseFault(`The embedded database server does not start. It says (${logFile(home)}):\n  ${words}`);
}

function logFile(home: Home): string {
  return join(home.folder, 'server.log');
}
