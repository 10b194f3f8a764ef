import { describe, expect, test } from 'vitest';
import { SeededRandom } from '../../shared/seeded-random.ts';
import { ascendingOrder } from './ascending-order.ts';

describe('the ascending order', () => {
  test.each([{ length: 0 }, { length: 1 }, { length: 300 }, { length: 512 }, { length: 5000 }])(
    'of $length numbers is that of comparing them, ties in the order they came',
    ({ length }) => {
      const random = SeededRandom.of(`order of ${length}`);
      const scales = [1, 1e-310, 1e300, 1e-3, 1e8];
      const numbers = Float64Array.from({ length }, () => {
        const kind = random.below(8);
        if (kind === 0) return [0, -0, Infinity, -Infinity][random.below(4)]!;
        if (kind < 3) return random.below(20) - 10;
        return (random.next() - 0.5) * scales[random.below(5)]!;
      });
      const compared = [...numbers.keys()].sort((a, b) => {
        const [x, y] = [numbers[a]!, numbers[b]!];
        return x < y ? -1 : x > y ? 1 : a - b;
      });
      expect([...ascendingOrder(numbers)]).toEqual(compared);
    },
  );

  test('of equal numbers is the order they came in', () => {
    expect([...ascendingOrder(new Float64Array(600).fill(0.25))]).toEqual([...Array(600).keys()]);
  });
});
