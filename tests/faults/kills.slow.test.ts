import { expect, test } from 'vitest';
import { runKills } from './run-kills.ts';

test('No write is lost, and the program never ends, while connections and the server are killed under it', async () => {
  const said: string[] = [];
  const seed = Date.now() % 1_000_000;
  const report = await runKills({
    kills: 4,
    seed,
    stopMs: 2_000,
    only: /connection|server|stands still|the program is/,
    say: (line) => said.push(line),
  }).catch((fault: Error) => {
    throw new Error(
      `${fault.message} (npm run faults -- --only 'connection|server|stands still|the program is' --kills 4 --stop 2 --seed ${seed})`,
      { cause: fault },
    );
  });
  expect(report).toMatchObject({ lost: [], odd: [] });
  expect(report.saved).toBeGreaterThan(0);
});
