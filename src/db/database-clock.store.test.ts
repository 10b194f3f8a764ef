import { expect, test } from 'vitest';
import { withTestDatabase } from '../../tests/database/with-test-database.ts';
import { databaseClock } from './database-clock.ts';

const YEAR_MS = 365 * 86_400_000;
const NEAR_MS = 60_000;

withTestDatabase((database) => {
  test.each([
    ['a year ahead', YEAR_MS, 'ahead of'],
    ['a year behind', -YEAR_MS, 'behind'],
  ])('A program whose clock is %s says so and has the time of the database', async (_, offsetMs, words) => {
    const said: string[] = [];
    const own = { now: () => Date.now() + offsetMs, elapsedMs: () => performance.now() };
    const clock = await databaseClock(database.db, (line) => said.push(line), own);
    clock.stop();
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(NEAR_MS);
    expect(said).toEqual([expect.stringContaining(`525,600 minutes ${words} the database's`)]);
  });

  test('A clock that is set while the program runs changes nothing, and time goes on', async () => {
    let [now, elapsed] = [Date.now(), 1_000];
    const clock = await databaseClock(database.db, () => expect.unreachable(), {
      now: () => now,
      elapsedMs: () => elapsed,
    });
    clock.stop();
    const before = clock.now().getTime();
    now -= YEAR_MS;
    elapsed += 5_000;
    expect(clock.now().getTime()).toBe(before + 5_000);
  });
});
