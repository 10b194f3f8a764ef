import type { CountSample, RowSample } from './bootstrap-sample.ts';

/**
 * The acceleration of BCa intervals: how fast the statistic's standard error changes with its value.
 *
 *   a = Σ_g Σ_j l³ / n_g³  /  6 (Σ_g Σ_j l² / n_g²)^1.5,    l = (n_g − 1)(statistic − statistic without row j)
 *
 * over the groups g of n_g rows. Sources: B. Efron, "Better bootstrap confidence intervals", JASA 82, 1987, 171-185; for
 * several groups A. Davison and D. Hinkley, Bootstrap Methods and their Application, 1997, section 5.4.
 * Choice: R's boot leaves out n_g, which is right for one group or equal ones and wrong for arms of 2:1.
 * Not finite where the statistic without some row has no value.
 */
class InfluenceSums {
  squares = 0;
  cubes = 0;

  /** `times` rows of a group of `size`, each of which takes the statistic from `whole` to `without`. */
  add(whole: number, without: number, { size, times }: { readonly size: number; readonly times: number }): void {
    const share = ((size - 1) * (whole - without)) / size;
    this.squares += times * share ** 2;
    this.cubes += times * share ** 3;
  }

  acceleration(): number {
    return this.squares === 0 ? 0 : this.cubes / (6 * this.squares ** 1.5);
  }
}

/** The acceleration by leaving out each row in turn: as many statistics as there are rows. */
export function accelerationByRows({ groups, statistic }: RowSample): number {
  const all = Int32Array.from(groups.flatMap((rows) => [...rows]));
  const whole = statistic(all);
  const sums = new InfluenceSums();
  const rest = all.slice(1);
  let at = 0;
  for (const { length: size } of groups) {
    for (let row = 0; row < size; row += 1) {
      // `rest` is all rows but the one at `at`: on the way from one to the next a single row changes.
      if (at > 0) rest[at - 1] = all[at - 1]!;
      at += 1;
      if (size > 1) sums.add(whole, statistic(rest), { size, times: 1 });
    }
  }
  return sums.acceleration();
}

/** The acceleration by leaving out one row of each kind: as many statistics as there are kinds. */
export function accelerationByCounts({ groups, statistic }: CountSample): number {
  const counts = Float64Array.from(groups.flat());
  const whole = statistic(counts);
  const sums = new InfluenceSums();
  let at = 0;
  for (const group of groups) {
    const size = group.reduce((sum, count) => sum + count, 0);
    for (const times of group) {
      if (times > 0 && size > 1) {
        counts[at] = times - 1;
        sums.add(whole, statistic(counts), { size, times });
        counts[at] = times;
      }
      at += 1;
    }
  }
  return sums.acceleration();
}
