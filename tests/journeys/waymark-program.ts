import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MACHINE_IS_SLOW_MS } from '../slow-machines.ts';

const PASSWORD = 'a password for journeys';

/** The program as anybody starts it, with a data folder of its own that is gone again afterwards. */
export interface WaymarkProgram {
  readonly url: string;
  readonly password: string;
  stop(): Promise<void>;
}

/** Starts the program on a free port, with the demonstration's people and an empty list of cases. */
export async function startWaymark(): Promise<WaymarkProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'waymark-journey-'));
  await chmod(folder, 0o711);
  const program = spawn(process.execPath, [fileURLToPath(new URL('../../src/main.ts', import.meta.url))], {
    env: {
      ...process.env,
      PORT: '0',
      WAYMARK_DATA: folder,
      WAYMARK_DEMONSTRATION_PASSWORD: PASSWORD,
      DATABASE_URL: '',
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async (): Promise<void> => {
    if (program.exitCode === null) {
      program.kill('SIGTERM');
      await once(program, 'exit');
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(program), password: PASSWORD, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

function addressOf(program: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => reject(new Error(`${why}. It said: ${said}`));
    const timer = setTimeout(() => fail('The program did not start in time'), MACHINE_IS_SLOW_MS);
    program.once('exit', (code) => fail(`The program ended with status ${code}`));
    program.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /answers on (http:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    });
  });
}
