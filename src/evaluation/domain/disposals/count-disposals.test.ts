import { expect, test } from 'vitest';
import { countDisposals } from './count-disposals.ts';

const rules = ['1', '3', '8', '15'].map((type) => ({ type, label: type, group: 'any', isPositive: type !== '15' }));

test('a published table counts 1A within 1, type 0 never, and corrections as they stand', () => {
  const table = [
    { type: '0', count: 500 },
    { type: '1', count: 100 },
    { type: '1A', count: 20 },
    { type: '3', count: -4 },
    { type: '8', count: 50 },
    { type: '15', count: 54 },
    { type: '99', count: 7 },
  ];
  expect(countDisposals(table, rules, 'within-row')).toEqual({
    finished: 200,
    positive: 146,
    notYetAssigned: 500,
    corrections: 4,
    unknown: [{ type: '99', count: 7 }],
  });
});

test('of a list of cases each has one type, so that 1A is a 1', () => {
  expect(countDisposals([{ type: '1A', count: 1 }], rules, 'own-row')).toMatchObject({ finished: 1, positive: 1 });
});
