import { SeededRandom } from '../../../shared/seeded-random.ts';
import { gammaVariate } from '../../../statistics/index.ts';
import type { MeanQuantities, PricedItem } from './mean-quantities.ts';

export const DRAWS = 5000;

/** Unit costs in the order of the items. */
export interface Prices {
  readonly central: readonly number[];
  readonly draws: readonly (readonly number[])[];
}

/** Unit costs as they might be: gamma with the item's mean and spread. The same draws serve every figure. */
export function drawPrices(items: readonly PricedItem[], seed: number): Prices {
  const random = SeededRandom.of(`${seed} prices`);
  const draws = Array.from({ length: DRAWS }, () =>
    items.map(({ price, spread }) => {
      if (spread === null || spread === 0) return price;
      const shape = 1 / spread ** 2;
      return (price * gammaVariate(random, shape)) / shape;
    }),
  );
  return { central: items.map(({ price }) => price), draws };
}

/** The mean cost at given prices, of the items asked for. */
export function drawnCost({ mean }: MeanQuantities, price: readonly number[], parts: readonly number[]): number {
  return parts.reduce((sum, at) => sum + (mean[at] ?? 0) * (price[at] ?? 0), 0);
}

/** The standard error of the mean cost at given prices: quantities that come together are not taken as independent. */
export function errorOf({ covariance }: MeanQuantities, price: readonly number[], parts: readonly number[]): number {
  const variance = parts.reduce(
    (sum, a) => sum + parts.reduce((row, b) => row + (covariance[a]?.[b] ?? 0) * (price[a] ?? 0) * (price[b] ?? 0), 0),
    0,
  );
  return Math.sqrt(Math.max(0, variance));
}
