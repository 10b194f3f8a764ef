import { setTimeout as pause } from 'node:timers/promises';
import { cutUploads } from './cut-uploads.ts';
import { forgeProxies } from './forged-proxies.ts';
import type { Program } from './program.ts';
import { killFirstProgram, killSecondProgram } from './second-program.ts';
import { setClock } from './wrong-clock.ts';

/** A way to do harm in the middle of the writing. */
export interface Kill {
  readonly name: string;
  /** Does the harm; resolves when what a supervisor or nobody would do is done, and recovering may begin. */
  readonly harm: (program: Program, random: () => number) => Promise<void>;
  /** Where the program itself is killed, requests that it had are not answered, and only then. */
  readonly killsTheProgram?: boolean;
}

/** For so long everything of the database stands still, in the short form of the run and in the long one. */
export interface Lengths {
  readonly stopMs: number;
}

export function kills({ stopMs }: Lengths): readonly Kill[] {
  return [
    {
      name: 'a connection of the database is killed (SIGKILL: all others go with it)',
      harm: (program, random) => killConnection(program, random, 'SIGKILL'),
    },
    {
      name: 'a connection of the database is ended (SIGTERM)',
      harm: (program, random) => killConnection(program, random, 'SIGTERM'),
    },
    {
      name: 'the database server is killed (SIGKILL)',
      harm: async (program) => void process.kill((await program.database()).postmaster, 'SIGKILL'),
    },
    {
      name: 'the database server is told to end at once (SIGQUIT)',
      harm: async (program) => void process.kill((await program.database()).postmaster, 'SIGQUIT'),
    },
    {
      name: 'the program is killed (SIGKILL) and started again',
      killsTheProgram: true,
      harm: async (program) => {
        await program.signal('SIGKILL');
        await program.start();
      },
    },
    {
      name: `the database stands still for ${stopMs / 1_000} seconds (SIGSTOP)`,
      harm: async (program) => {
        const { postmaster, connections } = await program.database();
        const all = [postmaster, ...connections];
        for (const pid of all) trySignal(pid, 'SIGSTOP');
        await pause(stopMs);
        for (const pid of all) trySignal(pid, 'SIGCONT');
      },
    },
    {
      name: `the program stands still for ${stopMs / 1_000} seconds (SIGSTOP)`,
      harm: async (program) => {
        await program.signal('SIGSTOP');
        await pause(stopMs);
        await program.signal('SIGCONT');
      },
    },
    {
      name: 'a second program on the same database is killed (SIGKILL) while others write through it',
      harm: killSecondProgram,
    },
    {
      name: 'the first of two programs is killed (SIGKILL), now and then with the database, and the second goes on',
      killsTheProgram: true,
      harm: killFirstProgram,
    },
    { name: 'the clock of the program is set an hour or a year ahead or back, and right again', harm: setClock },
    { name: 'an upload is cut off in its middle, four times at once', harm: cutUploads },
    { name: 'wrong passwords come with forged addresses of proxies', harm: forgeProxies },
  ];
}

async function killConnection(program: Program, random: () => number, signal: NodeJS.Signals): Promise<void> {
  // There may be none between two requests.
  for (let tries = 0; tries < 50; tries += 1) {
    const { connections } = await program.database();
    const chosen = connections[Math.floor(random() * connections.length)];
    if (chosen !== undefined && trySignal(chosen, signal)) return;
    await pause(50);
  }
  throw new Error('The program had no connection to its database for five seconds');
}

function trySignal(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
