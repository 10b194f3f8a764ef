import { expect, test } from 'vitest';
import { RequestCounts } from './request-counts.ts';

const WINDOW_MS = 60_000;

function counting() {
  let elapsed = 0;
  const counts = new RequestCounts({}, () => elapsed);
  const ask = (key: string) => {
    let told: unknown = null;
    counts.incr(key, (fault, counted) => (told = fault ?? counted), WINDOW_MS);
    return told;
  };
  return { counts, ask, pass: (ms: number) => (elapsed += ms) };
}

test('Requests are counted for each, and anew after their minute', () => {
  const { ask, pass } = counting();
  expect([ask('one'), ask('one'), ask('other')]).toEqual([
    { current: 1, ttl: WINDOW_MS },
    { current: 2, ttl: WINDOW_MS },
    { current: 1, ttl: WINDOW_MS },
  ]);
  pass(WINDOW_MS - 1);
  expect(ask('one')).toEqual({ current: 3, ttl: 1 });
  pass(1);
  expect(ask('one')).toEqual({ current: 1, ttl: WINDOW_MS });
});

test('A clock that is set back keeps nobody waiting', () => {
  const counts = new RequestCounts();
  const now = Date.now;
  const ttls: (number | undefined)[] = [];
  try {
    counts.incr('one', (_, counted) => ttls.push(counted?.ttl), WINDOW_MS);
    Date.now = () => now() - 86_400_000;
    counts.incr('one', (_, counted) => ttls.push(counted?.ttl), WINDOW_MS);
  } finally {
    Date.now = now;
  }
  // Fractions of a millisecond are rounded in the taking away.
  for (const ttl of ttls) expect(ttl).toBeLessThan(WINDOW_MS + 1);
});

test('However many ask, the last are remembered, and each route with a limit of its own counts for itself', () => {
  const { counts, ask } = counting();
  ask('first');
  for (let at = 0; at < 10_000; at += 1) ask(`network ${at}`);
  expect(ask('first')).toMatchObject({ current: 1 });
  expect(ask('network 9999')).toMatchObject({ current: 2 });
  let current: number | undefined;
  counts.child().incr('network 9999', (_, counted) => (current = counted?.current), WINDOW_MS);
  expect(current).toBe(1);
});
