import { describe, expect, test } from 'vitest';
import { choiceOf, formBodyOf, textOf, textsOf } from './form-body.ts';

describe('The body of a form', () => {
  test('is what was sent, and of what is no form as much as could be one', () => {
    expect(formBodyOf({ a: 'one', b: ['two', 'three'] })).toEqual({ a: 'one', b: ['two', 'three'] });
    expect(formBodyOf({ a: {}, b: 1, c: null, d: ['two', 3, {}], e: true })).toEqual({ d: ['two'] });
    for (const nothing of [null, undefined, 'a=1', 7]) expect(formBodyOf(nothing)).toEqual({});
  });

  test('has the members that were sent, and not those that every object has', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect([textOf({}, name), textsOf({}, name), choiceOf({}, name)]).toEqual(['', [], '']);
    }
  });
});

describe('The text of a field', () => {
  test('is without space around it, the last one where it was sent twice', () => {
    expect(textOf({ a: '  In words.\r\n' }, 'a')).toBe('In words.');
    expect(textOf({ a: ['First', 'Last'] }, 'a')).toBe('Last');
    expect([textOf({}, 'a'), textOf({ a: [] }, 'a')]).toEqual(['', '']);
  });

  test('keeps lines and marks, and loses what a database cannot keep', () => {
    expect(textOf({ a: 'One\r\n\tTwo\u0000\u0007 👩‍👧 é' }, 'a')).toBe('One\r\n\tTwo 👩‍👧 é');
    expect(textOf({ a: 'half a pair \ud800' }, 'a')).toBe('half a pair \ufffd');
  });

  test('of which nothing can be seen is empty', () => {
    for (const unseen of ['\u200b', '\u2060\u00a0', '\u0000', '\ufeff \u200d'])
      expect(textOf({ a: unseen }, 'a')).toBe('');
  });
});

test('A choice is one: the same sent twice is one, two that differ are none', () => {
  expect(choiceOf({ a: 'yes' }, 'a')).toBe('yes');
  expect(choiceOf({ a: ['yes', 'yes'] }, 'a')).toBe('yes');
  expect([choiceOf({ a: ['yes', 'no'] }, 'a'), choiceOf({}, 'a'), choiceOf({ a: [] }, 'a')]).toEqual(['', '', '']);
});
