import type { SeededRandom } from '../../shared/seeded-random.ts';
import { normal } from '../distributions/normal.ts';

/** A draw from the standard normal distribution, by its quantile function: one number of the stream each. */
export function normalVariate(random: SeededRandom): number {
  return normal.quantile(random.nextOpen());
}
