import { expect, test } from 'vitest';
import { nearCounts } from './near-counts.ts';

const weights = new Map([
  ['offered', 2],
  ['started', 1],
]);
const near = (offered: number, started: number, hidden: readonly string[] = []) => [
  ...nearCounts(
    [
      [
        ['offered', offered],
        ['started', started],
      ],
    ],
    { hidden: new Set(hidden), weights },
  ),
];

test.each([
  [40, 40, []],
  [41, 40, ['started']],
  [44, 40, ['started']],
  [45, 40, []],
] as const)('Of %i and %i of one group, one is hidden where 1 to 4 lie between: %j', (offered, started, hidden) => {
  expect(near(offered, started)).toEqual(hidden);
});

test('Beside what is hidden already nothing more is', () => {
  expect(near(41, 40, ['offered'])).toEqual([]);
});

test('Counts of different groups may lie as near as they will', () => {
  expect([...nearCounts([[['one', 41]], [['other', 40]]], { hidden: new Set(), weights })]).toEqual([]);
});
