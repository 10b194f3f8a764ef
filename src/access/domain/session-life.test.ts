import { describe, expect, test } from 'vitest';
import { endedByAnother, isAlive, isWorthNoting } from './session-life.ts';

const at = (time: string): Date => new Date(`2026-02-03T${time}Z`);

describe('A session', () => {
  test('lives for 30 minutes after its last request', () => {
    const session = { signedInAt: at('08:00:00'), lastSeenAt: at('09:00:00') };
    expect(isAlive(session, at('09:29:59'))).toBe(true);
    expect(isAlive(session, at('09:30:00'))).toBe(false);
  });

  test('lives for 12 hours at most, however busy it is', () => {
    const busy = (time: string) => ({ signedInAt: at('08:00:00'), lastSeenAt: at(time) });
    expect(isAlive(busy('19:59:00'), at('19:59:59'))).toBe(true);
    expect(isAlive(busy('20:00:00'), at('20:00:00'))).toBe(false);
  });

  test('that was begun while the clock was ahead is over, as it would never end', () => {
    const ahead = { signedInAt: at('10:00:00'), lastSeenAt: at('10:00:00') };
    expect(isAlive(ahead, at('09:54:59'))).toBe(false);
    expect(isAlive({ ...ahead, signedInAt: at('09:00:00') }, at('09:54:59'))).toBe(false);
    expect(isAlive({ ...ahead, lastSeenAt: at('09:54:00') }, at('09:54:59'))).toBe(false);
    expect(isAlive(ahead, at('09:55:00'))).toBe(true);
  });

  test('is noted as seen once a minute', () => {
    const session = { signedInAt: at('08:00:00'), lastSeenAt: at('09:00:00') };
    expect(isWorthNoting(session, at('09:00:59'))).toBe(false);
    expect(isWorthNoting(session, at('09:01:00'))).toBe(true);
  });

  test('beside nine others may begin, and beside ten ends the one that was seen longest ago', () => {
    const sessions = Array.from({ length: 10 }, (_, index) => ({
      signedInAt: at('08:00:00'),
      lastSeenAt: at(`09:0${(index + 3) % 10}:00`),
    }));
    expect(endedByAnother(sessions).map(({ lastSeenAt }) => lastSeenAt)).toEqual([at('09:00:00')]);
    expect(endedByAnother(sessions.slice(1))).toEqual([]);
  });
});
