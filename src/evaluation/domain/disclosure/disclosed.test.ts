import { expect, test } from 'vitest';
import { Disclosure } from './disclosed.ts';

const disclosure = new Disclosure(new Set(['count of A']));

test('A board sees a number whose cells are all open, and none of which one is hidden', () => {
  expect(disclosure.shown(40, 'count of B', 'n of B')).toBe(40);
  expect(disclosure.shown(3, 'count of A')).toBeNull();
  expect(disclosure.shown(43, 'count of B', 'count of A')).toBeNull();
});

test('A number that was not found is not made up', () => {
  expect(disclosure.shown(null, 'count of B')).toBeNull();
});

test('A cell hides what is made of it, whatever else that is made of', () => {
  expect(disclosure.hides('count of B', 'count of A')).toBe(true);
  expect(disclosure.hides('count of B')).toBe(false);
  expect(disclosure.hides()).toBe(false);
});
