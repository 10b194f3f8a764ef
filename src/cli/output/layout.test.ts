import { describe, expect, test } from 'vitest';
import { durationWords } from '../../schemes/index.ts';
import { valueWords } from './fact-words.ts';
import { table } from './table.ts';
import { hanging, wrap } from './wrap.ts';

describe('wrapping', () => {
  test('breaks at spaces, and within a word only where it is too long, after its hyphens', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('a scotland-diversion-from-prosecution', 14)).toEqual([
      'a scotland-',
      'diversion-',
      'from-',
      'prosecution',
    ]);
    expect(wrap('unbreakable', 4)).toEqual(['unbreakable']);
    expect(wrap('', 10)).toEqual([]);
  });

  test('hangs lines under the text and not under its label', () => {
    expect(hanging('DUR-1  ', 'aged eighteen or over', 23)).toBe('DUR-1  aged eighteen or\n       over');
  });
});

test('a table keeps to its width and sets tall rows apart', () => {
  const columns = [
    { heading: 'Id', share: 0 },
    { heading: 'Words', share: 1 },
  ];
  expect(
    table(
      columns,
      [
        [['a'], ['one two three four']],
        [['b'], ['x']],
      ],
      16,
    ),
  ).toEqual(['Id  Words', '──  ────────────', 'a   one two', '    three four', '', 'b   x']);
});

test.each([
  ['P4M', '4 months'],
  ['P1Y', '1 year'],
  ['P3D', '3 days'],
  ['PT72H', '72 hours'],
  ['PT1H30M', '1 hour 30 minutes'],
  ['P1M', '1 month'],
  ['PT15M', '15 minutes'],
])('%s is %s', (duration, words) => {
  expect(durationWords(duration)).toBe(words);
});

test.each([
  [undefined, 'not known'],
  [true, 'yes'],
  [17, '17'],
  [{ from: 18, to: 24 }, '18 to 24'],
  [{ from: 18 }, '18 or more'],
  [{ to: 17 }, '17 or less'],
  [{ oneOf: ['female', 'male'] }, 'female or male'],
  [[], 'none'],
  [['cannabis', 'khat'], 'cannabis and khat'],
  [{ oneOf: [['cannabis'], []] }, 'cannabis or none'],
  [{ cannabis: { to: 5 }, cocaine: 1 }, '5 or less of cannabis, 1 of cocaine'],
])('a fact of %j is said as %s', (value, words) => {
  expect(valueWords(value)).toBe(words);
});
