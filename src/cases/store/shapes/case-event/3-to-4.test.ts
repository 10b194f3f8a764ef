import { expect, test } from 'vitest';
import { caseEvent3To4 } from './3-to-4.ts';

test('From a fact that was amended before, nothing follows', () => {
  const data = { fact: 'age', old: 25, new: 17, reason: 'Seen', changed: [] };
  expect(caseEvent3To4({ type: 'fact-amended', data })).toEqual({
    type: 'fact-amended',
    data: { ...data, follows: [] },
  });
});

test('Every other event stays as it is', () => {
  const event = { type: 'referral-accepted', data: {} };
  expect(caseEvent3To4(event)).toBe(event);
});
