import { describe, expect, test } from 'vitest';
import { datedByNow, waitUntil, withOneLess, withOneMore, type Attempts } from './sign-in-throttle.ts';

const now = new Date('2026-02-03T09:00:00Z');
const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const failed = (failures: number): Attempts => ({ failures, lastFailedAt: now });

describe('Guessing passwords', () => {
  test.each([
    ['browser', 1, 0],
    ['browser', 4, 0],
    ['browser', 5, 1],
    ['browser', 6, 2],
    ['browser', 9, 15],
    ['account-here', 4, 0],
    ['account-here', 5, 1],
    ['account-here', 6, 2],
    ['account-here', 7, 4],
    ['account-here', 8, 8],
    ['account-here', 9, 15],
    ['account-here', 500, 15],
    ['account', 99, 0],
    ['account', 100, 5],
    ['account', 500, 5],
    ['network', 29, 0],
    ['network', 30, 5],
    ['network', 500, 5],
  ] as const)('is stopped by %s after %i failures for %i minutes', (by, failures, minutes) => {
    expect(waitUntil(by, failed(failures), now)).toEqual(minutes === 0 ? null : after(minutes));
    expect(waitUntil(by, failed(failures), after(minutes))).toBeNull();
  });

  test('is not suspected of whoever has not tried yet, or not for an hour', () => {
    expect(waitUntil('account', null, now)).toBeNull();
    expect(waitUntil('network', null, now)).toBeNull();
    expect(waitUntil('account-here', failed(500), after(60))).toBeNull();
  });

  test('begins from nothing after an hour', () => {
    expect(withOneMore(failed(7), after(59))).toEqual({ failures: 8, lastFailedAt: after(59) });
    expect(withOneMore(failed(7), after(60))).toEqual({ failures: 1, lastFailedAt: after(60) });
    expect(withOneMore(null, now)).toEqual(failed(1));
  });

  test('is not counted where the password proved right', () => {
    expect(withOneLess(failed(3))).toEqual(failed(2));
    expect(withOneLess(failed(1))).toBeNull();
    expect(withOneLess(null)).toBeNull();
  });

  test('while the clock was ahead counts as done now, and keeps nobody waiting until then', () => {
    const ahead = { failures: 7, lastFailedAt: after(60 * 24 * 365) };
    expect(waitUntil('browser', datedByNow(ahead, now), now)).toEqual(after(4));
    expect(datedByNow(failed(2), now)).toEqual(failed(2));
    expect(datedByNow(failed(2), after(1))).toEqual(failed(2));
    expect(datedByNow(null, now)).toBeNull();
  });
});
