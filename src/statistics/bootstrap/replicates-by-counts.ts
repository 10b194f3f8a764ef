import { binomialVariate } from '../random/binomial-variate.ts';
import type { CountSample, Resampling } from './bootstrap-sample.ts';

/**
 * The statistic of as many resamples as asked for, without touching a row: drawing n rows with replacement makes the
 * counts of their kinds multinomial, so the counts are drawn, kind after kind, each binomial given those before it.
 * The distribution is exactly that of `replicatesByRows`.
 */
export function replicatesByCounts(
  { groups, statistic }: CountSample,
  { replicates, random }: Resampling,
): Float64Array {
  const drawn = new Float64Array(groups.reduce((sum, { length }) => sum + length, 0));
  const sizes = groups.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  return Float64Array.from({ length: replicates }, () => {
    let at = 0;
    for (const [group, counts] of groups.entries()) {
      let rowsLeft = sizes[group]!;
      let countLeft = sizes[group]!;
      for (const count of counts) {
        const share = countLeft > 0 ? Math.min(1, count / countLeft) : 0;
        const here = binomialVariate(random, rowsLeft, share);
        drawn[at++] = here;
        rowsLeft -= here;
        countLeft -= count;
      }
    }
    return statistic(drawn);
  });
}
