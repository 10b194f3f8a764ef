import { describe, expect, test } from 'vitest';
import { leastCost } from './linear-program.ts';

describe('leastCost', () => {
  test('finds the least cost', () => {
    // x + y ≥ 4 and x + 3y ≥ 6 at cost 2x + 3y: the corner (3, 1), cost 9. The last two variables are what is over.
    const rows = [
      [
        [0, 1],
        [1, 1],
        [2, -1],
      ],
      [
        [0, 1],
        [1, 3],
        [3, -1],
      ],
    ] as const;
    const [x, y] = leastCost({ cost: [2, 3, 0, 0], rows, right: [4, 6] }) ?? [];
    expect(x).toBeCloseTo(3, 12);
    expect(y).toBeCloseTo(1, 12);
  });

  test('copes with rows that say the same and with rows that say nothing', () => {
    const rows = [
      [
        [0, 1],
        [1, 1],
      ],
      [
        [0, 2],
        [1, 2],
      ],
      [],
    ] as const;
    expect([...(leastCost({ cost: [1, 2], rows, right: [3, 6, 0] }) ?? [])]).toEqual([3, 0]);
  });

  test('says where nothing meets the rows', () => {
    expect(leastCost({ cost: [1], rows: [[[0, 1]], [[0, 1]]], right: [1, 2] })).toBeNull();
  });

  test('does not go round in circles on Beale’s example', () => {
    const rows = [
      [
        [0, 1],
        [3, 0.25],
        [4, -8],
        [5, -1],
        [6, 9],
      ],
      [
        [1, 1],
        [3, 0.5],
        [4, -12],
        [5, -0.5],
        [6, 3],
      ],
      [
        [2, 1],
        [5, 1],
      ],
    ] as const;
    const cost = [0, 0, 0, -0.75, 20, -0.5, 6];
    const x = leastCost({ cost, rows, right: [0, 0, 1] }) ?? new Float64Array(7);
    expect(cost.reduce((sum, each, at) => sum + each * (x[at] ?? 0), 0)).toBeCloseTo(-1.25, 12);
  });
});
