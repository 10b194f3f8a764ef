import type { StatisticsRefusal } from '../refusal.ts';

export interface RobustErrors {
  /** The model's own, row after row, and the robust one. */
  readonly covariance: ArrayLike<number>;
  readonly robustCovariance: ArrayLike<number>;
  readonly cluster: ArrayLike<number | string> | undefined;
  /** Whether they are read with the normal distribution, as if clusters were many; else with Student's on one fewer. */
  readonly byNormal?: boolean;
}

/** A robust variance below this part of the model's own is what rounding leaves of nothing. */
const NOTHING = 1e-14;

/**
 * Why robust errors can't be given, or null. One cluster has no spread; where each of two groups is a cluster by itself,
 * or every row is foretold without error, the spread between them comes out as exactly zero, and so would the interval's
 * width: the estimate would look beyond doubt just where nothing is known of it. Two clusters leave one difference, which
 * the normal distribution takes for a well-known spread.
 */
export function faultOfRobustErrors(errors: RobustErrors): StatisticsRefusal | null {
  const { covariance, robustCovariance, cluster, byNormal = false } = errors;
  const clusters = cluster === undefined ? Infinity : new Set(Array.from(cluster)).size;
  if (clusters < 2) {
    return { code: 'too-few', message: 'All rows are of one cluster, so the spread between clusters has no measure.' };
  }
  const p = Math.sqrt(covariance.length);
  for (let j = 0; j < p; j += 1) {
    const [own, robust] = [covariance[j * p + j]!, robustCovariance[j * p + j]!];
    if (!(own > 0) || robust > NOTHING * own) continue;
    return cluster === undefined
      ? {
          code: 'no-variation',
          message: 'Every row is foretold without error, so chance has nothing to be measured by.',
        }
      : {
          code: 'too-few',
          message: 'A group is one cluster by itself, so the spread between its clusters has no measure.',
        };
  }
  if (clusters === 2 && byNormal) {
    const message = 'There are two clusters: one difference between them is no measure of their spread.';
    return { code: 'too-few', message };
  }
  return null;
}
