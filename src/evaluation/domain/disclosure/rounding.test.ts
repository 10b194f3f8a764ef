import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COUNT_FORMS, roundedCount, roundedEnd, roundedNumber } from './rounding.ts';

describe('A number for a board', () => {
  test.each([
    ['share', 0.18549, 0.185, 0.19],
    ['ratio', 0.8249, 0.82, 0.8],
    ['deviations', -0.0749, -0.07, -0.05],
    ['p', 0.0474999, 0.047, 0.05],
    ['p', 0.4741, 0.47, 0.47],
    ['p', 0.0009, 0, 0],
    ['p', 0.001, 0.001, 0.001],
    ['amount', 1234.5, 1230, 1200],
    ['amount', 0.0371, 0.04, 0],
  ] as const)('that is a %s is told to its step: %d', (kind, value, hidden, rounded) => {
    expect(roundedNumber(value, kind, 'hidden')).toBe(hidden);
    expect(roundedNumber(value, kind, 'rounded')).toBe(rounded);
  });

  test('has no more digits than its step, and no minus nought', () => {
    fc.assert(
      fc.property(fc.double({ min: -2, max: 2, noNaN: true }), fc.constantFrom(...COUNT_FORMS), (value, form) => {
        for (const kind of ['share', 'ratio', 'deviations', 'amount'] as const) {
          const told = roundedNumber(value, kind, form);
          expect(String(Math.abs(told)).length).toBeLessThanOrEqual(5);
          expect(Object.is(told, -0)).toBe(false);
        }
      }),
    );
  });

  test('that has no end keeps none', () => {
    expect(roundedNumber(Infinity, 'ratio', 'hidden')).toBe(Infinity);
  });
});

test('A count in fives is a multiple of five and lies within two of the truth', () => {
  fc.assert(
    fc.property(fc.nat(100_000), (count) => {
      expect(roundedCount(count) % 5).toBe(0);
      expect(Math.abs(roundedCount(count) - count)).toBeLessThanOrEqual(2);
    }),
  );
});

test('The end of an interval never crosses, nor comes to lie on, no difference', () => {
  expect(roundedEnd(-0.0004, 0, { kind: 'share', form: 'hidden' })).toBe(-0.001);
  expect(roundedEnd(1.004, 1, { kind: 'ratio', form: 'hidden' })).toBe(1.01);
  expect(roundedEnd(0, 0, { kind: 'share', form: 'hidden' })).toBe(0);
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(...COUNT_FORMS), (end, form) => {
      expect(Math.sign(roundedEnd(end, 0, { kind: 'share', form }))).toBe(Math.sign(end) + 0);
    }),
  );
});
