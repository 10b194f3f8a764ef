import { expect, test } from 'vitest';
import { BROWSER_IS_SLOWER_MS } from '../slow-machines.ts';
import { runKills } from './run-kills.ts';

const HARMS = ['second program on', 'first of two', 'clock', 'upload', 'forged'];

test(
  'No write is lost while one of two programs is killed, the clock is set, uploads are cut off and addresses are forged',
  { timeout: BROWSER_IS_SLOWER_MS },
  async () => {
    const said: string[] = [];
    const seed = Date.now() % 1_000_000;
    const only = new RegExp(HARMS.join('|'));
    const run = { kills: HARMS.length, seed, stopMs: 2_000, only, say: (line: string) => void said.push(line) };
    const report = await runKills(run).catch((fault: Error) => {
      throw new Error(`${fault.message} (npm run faults -- --only '${only.source}' --seed ${seed})`, { cause: fault });
    });
    // What the first program had when it was killed is not answered; whatever else is.
    expect(report).toMatchObject({ lost: [], odd: [] });
    expect(report.saved).toBeGreaterThan(0);
    for (const harm of HARMS) expect(said.filter((line) => line.includes(harm))).toHaveLength(1);
  },
);
