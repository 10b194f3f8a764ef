import { expect, test } from 'vitest';
import { isKeyIn, keysIn, tableFrom } from './tables.ts';

test('the keys of a table come in their order', () => {
  expect(keysIn({ b: 1, a: 2 })).toEqual(['b', 'a']);
});

test.each([
  ['a', true],
  ['c', false],
  ['toString', false],
  ['__proto__', false],
])('%s is a key of a table of a and b: %s', (word, isKey) => {
  expect(isKeyIn({ a: 1, b: 2 }, word)).toBe(isKey);
});

test('a table has one value for each key', () => {
  expect(tableFrom(['x', 'yy'], (key) => key.length)).toEqual({ x: 1, yy: 2 });
});
