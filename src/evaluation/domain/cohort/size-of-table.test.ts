import { expect, test } from 'vitest';
import { sizeFault } from './size-of-table.ts';

test.each([
  ['a,b\n1,2', 4],
  ['\n\n\n', 4],
  ['"a,b"', 2],
])('%j counts as %i cells', (text, cells) => {
  expect(sizeFault('cohort.csv', text, cells)).toBeNull();
  expect(sizeFault('cohort.csv', text, cells - 1)?.problem).toMatch(/^the file has more than \d cells/);
});
