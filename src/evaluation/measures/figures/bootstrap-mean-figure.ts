import { SeededRandom } from '../../../shared/seeded-random.ts';
import { percentileInterval, replicatesByRows } from '../../../statistics/index.ts';
import type { Figure } from '../../domain/measured.ts';
import { figureWithout } from './figure-place.ts';
import type { MeanOf } from './mean-figure.ts';

const REPLICATES = 2000;

/**
 * The mean of values of which a few are very large, with the middle of its bootstrap distribution. Which people are resampled is
 * decided by the seed and the group, so that the same data give the same interval.
 */
export function bootstrapMeanFigure({ values, unit, ...place }: MeanOf, seed: number): Figure {
  const n = values.length;
  const method = `mean, percentile bootstrap 95% (${REPLICATES} replicates, seed ${seed})`;
  if (n === 0) return figureWithout({ ...place, n, unit, method }, 'there is nobody to count');
  const data = Float64Array.from(values);
  const meanOf = (rows: Int32Array) => {
    let sum = 0;
    for (const row of rows) sum += data[row] ?? 0;
    return sum / rows.length;
  };
  const all = Int32Array.from(data, (_, row) => row);
  const base = { ...place, n, count: null, value: meanOf(all), unit, method, suppressed: false };
  if (values.every((value) => value === values[0])) {
    return { ...base, low: null, high: null, why: 'all have the same, so the spread is not known' };
  }
  const random = SeededRandom.of(`${seed} ${place.of} ${place.what}`);
  const replicates = replicatesByRows({ groups: [all], statistic: meanOf }, { replicates: REPLICATES, random });
  const interval = percentileInterval(replicates);
  if (!interval.ok) return { ...base, low: null, high: null, why: interval.refusal.message };
  return { ...base, ...interval.value, why: null };
}
