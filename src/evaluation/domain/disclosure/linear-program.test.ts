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

  test('says where the cost falls without end, whatever rows there are', () => {
    expect(leastCost({ cost: [-1], rows: [], right: [] })).toBeNull();
    // x may grow for ever, as neither row holds it: y is 1 and z is 0.
    const rows = [[[1, 1]], [[2, 1]]] as const;
    expect(leastCost({ cost: [-1, 0, 0], rows, right: [1, 0] })).toBeNull();
  });

  test('takes the rounding of large numbers for no contradiction, and more than that for one', () => {
    const twice = (right: number) => leastCost({ cost: [1], rows: [[[0, 1]], [[0, 1]]], right: [1e6, right] });
    expect(twice(1e6 + 0.0005)?.[0]).toBeCloseTo(1e6, 2);
    expect(twice(1e6 + 0.002)).toBeNull();
    const nothing = (right: number) => leastCost({ cost: [], rows: [[]], right: [right] });
    expect(nothing(1e-9)).not.toBeNull();
    expect(nothing(2e-9)).toBeNull();
  });

  test('keeps to a row that is met but for rounding', () => {
    // -x = 0.000000001 leaves x at nothing, though the more of it the better.
    expect(leastCost({ cost: [-1], rows: [[[0, -1]]], right: [1e-9] })?.[0]).toBeCloseTo(0, 6);
  });

  test('takes no true variable for rounding, however small beside others', () => {
    // z = 1000000 and x - y = 0.0005.
    const rows = [
      [
        [0, -1],
        [1, 1],
      ],
      [[2, 1]],
    ] as const;
    const [y, x] = leastCost({ cost: [0, 0, 0], rows, right: [0.0005, 1e6] }) ?? [];
    expect(x).toBeCloseTo(0.0005, 12);
    expect(y).toBe(0);
  });

  test('takes what is less than a thousand-millionth for nothing', () => {
    // x = y and x + z = a little: z, which costs nothing, is that little.
    const rows = [
      [
        [0, 1],
        [1, -1],
      ],
      [
        [0, 1],
        [2, 1],
      ],
    ] as const;
    const little = (right: number) => leastCost({ cost: [1, 1, 0], rows, right: [0, right] })?.[2];
    expect(little(1e-9)).toBe(1e-9);
    expect(little(0.9e-9)).toBe(0);
  });
});
