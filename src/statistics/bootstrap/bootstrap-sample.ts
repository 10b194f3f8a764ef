import type { SeededRandom } from '../../shared/seeded-random.ts';

/** Rows that were drawn in independent groups (arms, strata), each of which is resampled within itself. */
export interface RowSample {
  /** The rows of each group, by number. */
  readonly groups: readonly Int32Array[];
  /** The statistic of the rows given, in which a row may come several times. NaN or infinite where it has no value. */
  readonly statistic: (rows: Int32Array) => number;
}

/**
 * Rows known by how many there are of each kind, in independent groups. A 2 × 2 table is two groups of two counts, and
 * resampling it costs the same for a hundred rows as for a million.
 */
export interface CountSample {
  /** In each group, how many rows there are of each kind. */
  readonly groups: readonly (readonly number[])[];
  /** The statistic of the counts given: those of the first group, then of the second, and so on. */
  readonly statistic: (counts: Float64Array) => number;
}

export interface Resampling {
  readonly replicates: number;
  readonly random: SeededRandom;
}
