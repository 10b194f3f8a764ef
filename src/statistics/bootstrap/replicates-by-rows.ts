import type { Resampling, RowSample } from './bootstrap-sample.ts';

/**
 * The statistic of as many resamples as asked for: in each, every group is drawn again from its own rows, with
 * replacement and to its own size. For statistics that counts of kinds don't determine; where they do,
 * `replicatesByCounts` is faster by the number of rows.
 *
 * Source: B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7, 1979, 1-26.
 */
export function replicatesByRows({ groups, statistic }: RowSample, { replicates, random }: Resampling): Float64Array {
  const drawn = new Int32Array(groups.reduce((sum, { length }) => sum + length, 0));
  let from = 0;
  const places = groups.map((rows) => {
    const into = drawn.subarray(from, from + rows.length);
    from += rows.length;
    return { rows, into };
  });
  return Float64Array.from({ length: replicates }, () => {
    for (const { rows, into } of places) {
      if (rows.length === 0) continue;
      random.fillBelow(into, rows.length);
      for (let at = 0; at < into.length; at += 1) into[at] = rows[into[at]!]!;
    }
    return statistic(drawn);
  });
}
