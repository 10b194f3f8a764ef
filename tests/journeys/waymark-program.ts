import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { compileCache } from '../../bin/compile-cache.mjs';
import { MACHINE_IS_SLOW_MS } from '../slow-machines.ts';

const PASSWORD = 'a password for journeys';

/** The program as anybody starts it, with a data folder of its own that is gone again afterwards. */
export interface WaymarkProgram {
  readonly url: string;
  readonly password: string;
  /** Runs a `waymark` command beside it, on the same data; a password that it asks for is the one above. */
  command(...words: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the program on a free port, with the demonstration's people and an empty list of cases. */
export async function startWaymark(): Promise<WaymarkProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-journey-'));
  await chmod(folder, 0o711);
  const env = {
    ...process.env,
    ...compileCache(),
    PORT: '0',
    WAYMARK_DATA: folder,
    WAYMARK_DEMONSTRATION_PASSWORD: PASSWORD,
    DATABASE_URL: '',
    LOG_LEVEL: 'error',
  };
  const program = spawn(process.execPath, [sourceFile('main.ts')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const command = async (...words: readonly string[]): Promise<void> => {
    const running = promisify(execFile)(process.execPath, [sourceFile('cli/waymark.ts'), ...words], { env });
    running.child.stdin?.end(PASSWORD);
    await running;
  };
  const stop = async (): Promise<void> => {
    if (program.exitCode === null) {
      program.kill('SIGTERM');
      await once(program, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(program), password: PASSWORD, command, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

function sourceFile(path: string): string {
  return fileURLToPath(new URL(`../../src/${path}`, import.meta.url));
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const fail = (why: string): void => reject(new Error(`${why}. It printed: ${output}`));
    const timer = setTimeout(() => fail('The program did not start in time'), MACHINE_IS_SLOW_MS);
    program.once('exit', (code) => fail(`The program ended with status ${code}`));
    program.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /answers on (http:\S+)/.exec(output)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
