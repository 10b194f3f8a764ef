import { describe, expect, test } from 'vitest';
import { waitUntil, withOneLess, withOneMore, type Attempts } from './sign-in-throttle.ts';

const now = new Date('2026-02-03T09:00:00Z');
const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const failed = (failures: number): Attempts => ({ failures, lastFailedAt: now });

describe('Guessing passwords', () => {
  test.each([
    [1, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 4],
    [8, 8],
    [9, 15],
    [500, 15],
  ])('of one account is stopped after %i failures for %i minutes', (failures, minutes) => {
    expect(waitUntil('account', failed(failures), now)).toEqual(minutes === 0 ? null : after(minutes));
    expect(waitUntil('account', failed(failures), after(minutes))).toBeNull();
  });

  test('of many accounts from one address is stopped after 30 failures for 5 minutes', () => {
    expect(waitUntil('address', failed(29), now)).toBeNull();
    expect(waitUntil('address', failed(30), now)).toEqual(after(5));
    expect(waitUntil('address', failed(30), after(5))).toBeNull();
  });

  test('is not suspected of whoever has not tried yet, or not for an hour', () => {
    expect(waitUntil('account', null, now)).toBeNull();
    expect(waitUntil('address', null, now)).toBeNull();
    expect(waitUntil('account', failed(500), after(60))).toBeNull();
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
});
