import { describe, expect, test } from 'vitest';
import {
  allFields,
  LONGEST_LINE,
  optionalText,
  requiredChoice,
  requiredText,
  requiredYesOrNo,
} from './parse-fields.ts';

const errorsOf = (field: string, text: string) => ({ ok: false, errors: [{ field, text }] });

describe('A text', () => {
  test('that must be there is asked for', () => {
    expect(requiredText({ a: ' Why. ' }, 'a', 'Enter a reason')).toEqual({ ok: true, value: 'Why.' });
    expect(requiredText({ a: ' ' }, 'a', 'Enter a reason')).toEqual(errorsOf('a', 'Enter a reason'));
  });

  test('that may be left out is null then', () => {
    expect(optionalText({ a: ' Why. ' }, 'a')).toEqual({ ok: true, value: 'Why.' });
    expect(optionalText({}, 'a')).toEqual({ ok: true, value: null });
  });

  test.each([
    ['4000', undefined],
    ['200', LONGEST_LINE],
    ['5', 5],
  ])('has at most %s characters', (most, atMost) => {
    const longest = 'x'.repeat(Number(most));
    const tooLong = errorsOf('a', `Shorten this to ${most} characters or fewer`);
    expect(requiredText({ a: longest }, 'a', 'Enter it', atMost)).toEqual({ ok: true, value: longest });
    expect(requiredText({ a: `${longest}x` }, 'a', 'Enter it', atMost)).toEqual(tooLong);
    expect(optionalText({ a: longest }, 'a', atMost)).toEqual({ ok: true, value: longest });
    expect(optionalText({ a: `${longest}x` }, 'a', atMost)).toEqual(tooLong);
  });
});

describe('A choice', () => {
  test('is one of the list', () => {
    const read = (value: string | readonly string[]) =>
      requiredChoice({ a: value }, 'a', { of: ['left', 'right'], missing: 'Select a side' });
    expect([read('left'), read('right')]).toEqual([
      { ok: true, value: 'left' },
      { ok: true, value: 'right' },
    ]);
    for (const wrong of ['', 'up', 'LEFT', ' left', ['left', 'right']]) {
      expect(read(wrong)).toEqual(errorsOf('a', 'Select a side'));
    }
  });

  test('of yes or no is true or false', () => {
    expect(requiredYesOrNo({ a: 'yes' }, 'a', 'Select')).toEqual({ ok: true, value: true });
    expect(requiredYesOrNo({ a: 'no' }, 'a', 'Select')).toEqual({ ok: true, value: false });
    for (const wrong of ['', 'true', 'maybe', ['yes', 'no']]) {
      expect(requiredYesOrNo({ a: wrong }, 'a', 'Select')).toEqual(errorsOf('a', 'Select'));
    }
  });
});

test('All fields are every value, or every error in the order of the fields', () => {
  const right = requiredText({ a: 'x' }, 'a', 'Enter a');
  const [first, second] = [requiredText({}, 'b', 'Enter b'), requiredText({}, 'c', 'Enter c')];
  expect(allFields({ right, none: optionalText({}, 'd') })).toEqual({ ok: true, value: { right: 'x', none: null } });
  expect(allFields({ first, right, second })).toEqual({
    ok: false,
    errors: [
      { field: 'b', text: 'Enter b' },
      { field: 'c', text: 'Enter c' },
    ],
  });
});
