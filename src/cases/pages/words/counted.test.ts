import { expect, test } from 'vitest';
import { countWords, moreWords } from './counted.ts';

test('What was counted to its end is said as it is', () => {
  expect(countWords({ total: 1_000, isMore: false })).toBe('1,000');
});

test('What was not counted to its end is said to be more', () => {
  expect(countWords({ total: 1_000, isMore: true })).toBe('more than 1,000');
});

test('What is not listed is said to be found by more of the name, also where nothing is listed', () => {
  expect(moreWords({ total: 1_000, isMore: true })).toMatch(
    /^The first 1,000 can be listed here\. .*more of the name\.$/,
  );
  expect(moreWords({ total: 0, isMore: true })).toMatch(/none of them is among the first here\. .*more of the name\.$/);
});
