import { expect, test } from 'vitest';
import { cappedCount } from './capped-count.ts';

test('As many as are counted are said as they are', () => {
  expect(cappedCount(0)).toEqual({ total: 0, isMore: false });
  expect(cappedCount(1_000)).toEqual({ total: 1_000, isMore: false });
});

test('One more than are counted is more than a thousand', () => {
  expect(cappedCount(1_001)).toEqual({ total: 1_000, isMore: true });
});
