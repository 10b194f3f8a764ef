import type { SeededRandom } from '../../shared/seeded-random.ts';
import { normalVariate } from './normal-variate.ts';

/**
 * A draw from the gamma distribution of a shape above zero and scale 1; twice one of shape df / 2 is chi-squared on df.
 *
 * Source: G. Marsaglia and W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26, 2000, 363-372; below
 * shape 1 a draw of one more is multiplied by u^(1 / shape). Throws a RangeError where the shape is not above zero.
 */
export function gammaVariate(random: SeededRandom, shape: number): number {
  if (!(shape > 0 && shape < Infinity)) throw new RangeError(`there is no gamma distribution of shape ${shape}`);
  if (shape < 1) return gammaVariate(random, shape + 1) * random.nextOpen() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalVariate(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(random.nextOpen()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}
