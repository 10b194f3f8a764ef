import { expect, test } from 'vitest';
import { Disclosure, type AllDisclosed, type Disclosed } from './disclosed.ts';

const disclosure = new Disclosure(new Set(['count of A']));

test('A board sees a number whose cells are all open, and none of which one is hidden', () => {
  expect(disclosure.count(40, 'count of B', 'n of B')).toBe(40);
  expect(disclosure.count(3, 'count of A')).toBeNull();
  expect(disclosure.number(0.43, 'share', 'count of B', 'count of A')).toBeNull();
});

test('A number that was not found is not made up', () => {
  expect(disclosure.count(null, 'count of B')).toBeNull();
  expect(disclosure.number(null, 'p', 'count of B')).toBeNull();
});

test('A number is rounded as it is let through, and a bare one is no number for a board', () => {
  expect(disclosure.number(0.123456, 'share')).toBe(0.123);
  // @ts-expect-error -- only a disclosure makes what a board may see
  const bare: Disclosed = 0.123456;
  // @ts-expect-error -- nor does an estimate with every digit fit where a board's stands
  const estimate: AllDisclosed<{ readonly value: number }> = { value: 0.123456 };
  expect([bare, estimate.value]).toEqual([0.123456, 0.123456]);
});

test('In fives a small count alone is hidden, and everything that is made of hidden ones', () => {
  const inFives = new Disclosure(new Set(['count of A', 'count of B']), 'rounded');
  expect([0, 1, 4, 5, 7, 8].map((n) => inFives.count(n, 'count of A'))).toEqual([0, null, null, 5, 5, 10]);
  expect(inFives.number(0.5, 'share', 'count of B')).toBeNull();
  expect(inFives.number(0.123, 'share', 'count of C')).toBe(0.12);
});

test('A cell hides what is made of it, whatever else that is made of', () => {
  expect(disclosure.hides('count of B', 'count of A')).toBe(true);
  expect(disclosure.hides('count of B')).toBe(false);
  expect(disclosure.hides()).toBe(false);
});
