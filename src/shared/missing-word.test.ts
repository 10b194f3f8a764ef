import { describe, expect, test } from 'vitest';
import { isMissingWord } from './missing-word.ts';

describe('A field holds no value', () => {
  test.each(['', '  ', 'NA', 'n/a', '#N/A', '<NA>', 'NaN', ' nan ', 'NULL', '(null)', '\\N', 'NaT', '.'])(
    'where it is "%s"',
    (field) => expect(isMissingWord(field)).toBe(true),
  );
});

describe('A field holds a value', () => {
  test.each([
    '0',
    'False',
    'no',
    '-',
    'None',
    'Unknown',
    'Not stated',
    'NS',
    'N1',
    'not available at all',
    '-1',
    'nanny',
  ])('where it is "%s"', (field) => expect(isMissingWord(field)).toBe(false));
});
