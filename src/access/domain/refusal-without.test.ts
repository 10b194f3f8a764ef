import { expect, test } from 'vitest';
import { NOT_YOUR_ROLE, refusalWithout } from './index.ts';

test('Somebody who lacks a right is refused, and told which one it is', () => {
  const actor = { rights: new Set(['see-cases'] as const) };
  expect(refusalWithout(actor, 'see-cases')).toBeNull();
  expect(refusalWithout(actor, 'amend-fact')).toEqual({
    code: 'not-your-role',
    says: NOT_YOUR_ROLE,
    detail: 'amend-fact',
  });
});

test('What is said for want of a right sends to somebody in another role', () => {
  expect(NOT_YOUR_ROLE).toBe('Somebody in another role does this. Ask them to.');
});
