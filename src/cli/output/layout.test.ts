import { describe, expect, test } from 'vitest';
import { parseFacts, parseVocabulary } from '../../eligibility/index.ts';
import { durationWords } from '../../schemes/index.ts';
import { factWords, valueWords } from './fact-words.ts';
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

test.each([
  ['diversions-by-scheme', { divert: 1 }, 'diversions-by-scheme 1 earlier time on West Midlands DIVERT'],
  [
    'diversions-by-scheme',
    { divert: 0, dep: 2 },
    'diversions-by-scheme 0 earlier times on West Midlands DIVERT, 2 earlier times on dep',
  ],
  [
    'failed-diversions-by-scheme',
    { divert: 1 },
    'failed-diversions-by-scheme 1 unfinished time on West Midlands DIVERT',
  ],
  ['grams', { khat: 1 }, 'grams 1 of khat'],
])('a count of %s is said by the scheme that it is of, an amount by its drug', (fact, value, words) => {
  const vocabulary = parseVocabulary(
    [
      {
        id: fact,
        type: fact === 'grams' ? 'amounts' : 'counts-by-scheme',
        values: ['khat'],
        when: 'seen',
        question: '?',
      },
    ],
    [],
  );
  const facts = parseFacts(vocabulary, { [fact]: value });
  if (!facts.ok) throw new Error(facts.refusal[0]?.problem);
  expect(factWords([fact], facts.value, (id) => (id === 'divert' ? 'West Midlands DIVERT' : id))).toBe(words);
});
