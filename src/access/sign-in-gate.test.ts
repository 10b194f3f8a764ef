import { describe, expect, test } from 'vitest';
import { NotAvailable } from '../shared/not-available.ts';
import { signInGate, type Admission } from './sign-in-gate.ts';

const enters = (admission: Admission): boolean => 'leave' in admission;
const leave = (admission: Admission): void => {
  if ('leave' in admission) admission.leave();
};

describe('The gate before signing in', () => {
  test('lets in sixty of one network in a minute, tells the others how long to wait, and is closed to nobody else', () => {
    let now = 1_000;
    const gate = signInGate(() => now);
    const from = (key: string) => gate.enter({ key, isKnown: false });
    const first = Array.from({ length: 60 }, () => {
      const admission = from('192.0.2.1');
      leave(admission);
      return admission;
    });
    expect(first.every(enters)).toBe(true);
    now += 20_000;
    expect(from('192.0.2.1')).toEqual({ waitMs: 40_000, isFirst: true });
    expect(from('192.0.2.1')).toEqual({ waitMs: 40_000, isFirst: false });
    expect(enters(from('192.0.2.2'))).toBe(true);
    now += 40_000;
    expect(enters(from('192.0.2.1'))).toBe(true);
  });

  test('lets in thirty-two strangers at once, and known browsers where strangers have filled their room', () => {
    const gate = signInGate(() => 0);
    const strangers = Array.from({ length: 32 }, (_, at) => gate.enter({ key: `192.0.2.${at}`, isKnown: false }));
    const stranger = { key: '198.51.100.1', isKnown: false };
    expect(() => gate.enter(stranger)).toThrow(NotAvailable);
    Array.from({ length: 64 }, (_, at) => gate.enter({ key: `browser ${at}`, isKnown: true }));
    expect(() => gate.enter({ key: 'browser', isKnown: true })).toThrow(NotAvailable);
    for (const one of strangers) for (const _ of [1, 2]) leave(one);
    expect(() => gate.enter(stranger)).toThrow(NotAvailable);
    expect(enters(gate.enter({ key: 'browser', isKnown: true }))).toBe(true);
  });
});
