/**
 * How many rows of equal weight would tell as much: (Σw)² / Σw². Source: L. Kish, Survey Sampling, 1965.
 * 0 where no row has a weight.
 */
export function effectiveSampleSize(weights: Iterable<number>): number {
  let [sum, squares] = [0, 0];
  for (const weight of weights) {
    sum += weight;
    squares += weight ** 2;
  }
  return squares === 0 ? 0 : sum ** 2 / squares;
}
