import { afterEach, describe, expect, test } from 'vitest';
import pg from 'pg';
import { serverConnection } from '../../src/db/embedded/probe.ts';
import { BROWSER_IS_SLOWER_MS } from '../slow-machines.ts';
import { startProgram, type Program } from './program.ts';

/** How long a program holds a job that it says nothing of any more, with what looking for it and doing it anew take. */
const TAKEN_OVER = { timeout: 90_000, interval: 500 };

describe('Of two programs on one folder', { timeout: BROWSER_IS_SLOWER_MS }, () => {
  const programs: Program[] = [];
  afterEach(async () => {
    for (const program of programs.splice(0).toReversed()) {
      await program.signal('SIGCONT');
      await program.stop();
    }
  });

  interface State {
    readonly state: string;
    readonly tries: number;
    readonly failures: number;
  }

  /** Where the demonstration's evaluation stands, and whether anybody has ever called one failed. */
  const evaluation = async (program: Program): Promise<State | null> => {
    const client = new pg.Client({ ...serverConnection(await program.socketFolder()), database: 'waymark' });
    await client.connect();
    try {
      const { rows } = await client.query<State>(`
        select state, (select max(retry_count) from jobs.job where name = 'carry-out-evaluation') as tries,
          (select count(*)::int from audit_entries where action = 'evaluation-failed') as failures
        from evaluations`);
      return rows[0] ?? null;
    } finally {
      await client.end();
    }
  };

  test('the one that starts leaves alone what the other works on, and does it when the other is dead', async () => {
    const first = await startProgram();
    programs.push(first);
    await expect.poll(() => evaluation(first), TAKEN_OVER).toMatchObject({ state: 'running' });
    // It stands still, so that it cannot finish: it is slow, and not dead.
    await first.signal('SIGSTOP');
    const second = await first.beside();
    programs.push(second);
    expect(await evaluation(second)).toEqual({ state: 'running', tries: 0, failures: 0 });
    // Nobody waits for one that is stopped for ever: its lease runs out by the clock of the database.
    await first.signal('SIGKILL');
    await expect.poll(() => evaluation(second), TAKEN_OVER).toEqual({ state: 'done', tries: 1, failures: 0 });
  });
});
