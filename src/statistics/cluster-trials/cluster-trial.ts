import { ok, refuse, type Result } from '../../shared/result.ts';
import { studentT } from '../distributions/student-t.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

export interface ClusterTrialTask {
  /** Of each person: 0 and 1, a count or an amount. */
  readonly outcome: ArrayLike<number>;
  /** 1 in clusters with the scheme, 0 in others; the same for all people of a cluster. */
  readonly treated: ArrayLike<number>;
  /** Whole numbers from 0, without gaps. */
  readonly cluster: ArrayLike<number>;
  readonly level?: number;
}

export interface ClusterTrialResult {
  /** The mean of the clusters' means with the scheme, less that without. */
  readonly difference: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  readonly arms: readonly [ClusterArm, ClusterArm];
  /** By analysis of variance within arms; below nought where clusters are more alike than chance makes them. */
  readonly icc: number;
  /** 1 + (m − 1) ICC, m the size of clusters that an analysis of variance takes; 1 where ICC is below nought. */
  readonly designEffect: number;
}

export interface ClusterArm {
  readonly clusters: number;
  readonly people: number;
  readonly mean: number;
}

/**
 * A trial in which chance allocated clusters: each cluster is one observation, its mean, and Student's t with the variance
 * of clusters pooled over arms on clusters − 2 degrees compares them.
 *
 *   ICC = (MSB − MSW) / (MSB + (m − 1) MSW),  within arms,  m = (N − Σ over arms of Σ nᵢ² / N_arm) / (k − 2)
 *
 * Sources: R. Hayes and L. Moulton, Cluster Randomised Trials, 2017, chapter 10 (sound from few clusters on); A. Donner and
 * N. Klar, Design and Analysis of Cluster Randomization Trials, 2000, section 6.1 (ICC). Choice: clusters count alike
 * whatever their size, which is the effect on a cluster and not on a person where the two differ.
 * Refuses fewer than two clusters in an arm, and a cluster with people of both arms.
 */
export function clusterTrial(task: ClusterTrialTask): Result<ClusterTrialResult, StatisticsRefusal> {
  const { outcome, treated, cluster, level = 0.95 } = task;
  const fault = faultOfLevel(level);
  if (fault !== null) return refuse(fault);
  const n = outcome.length;
  if (n === 0) return refuseFor('no-observations', 'There is no row to work with.');
  if (treated.length !== n || cluster.length !== n) {
    return refuseFor('unequal-lengths', 'Outcomes, arms and clusters are not of the same number.');
  }
  const count = Math.max(...Array.from(cluster)) + 1;
  const sizes = new Int32Array(count);
  const sums = new Float64Array(count);
  const arm = new Int8Array(count).fill(-1);
  for (let row = 0; row < n; row += 1) {
    const [value, own, place] = [outcome[row]!, treated[row]!, cluster[row]!];
    if (!Number.isFinite(value)) return refuseFor('not-a-number', `The outcome of row ${row + 1} is no number.`);
    if (own !== 0 && own !== 1)
      return refuseFor('out-of-range', `The arm of row ${row + 1} is ${own}; it must be 0 or 1.`);
    if (arm[place] === 1 - own) {
      return refuseFor(
        'out-of-range',
        `The cluster of row ${row + 1} has people of both arms, so clusters were not what was allocated.`,
      );
    }
    arm[place] = own;
    sizes[place]! += 1;
    sums[place]! += value;
  }
  const means = sums.map((sum, at) => sum / sizes[at]!);
  const places = (own: number) => [...sizes.keys()].filter((at) => sizes[at]! > 0 && arm[at] === own);
  const [without, withScheme] = [places(0), places(1)];
  if (without.length < 2 || withScheme.length < 2) {
    return refuseFor(
      'too-few',
      `There are ${withScheme.length} and ${without.length} clusters in the arms; with fewer than two in one, the spread of clusters has no measure.`,
    );
  }
  const meanOf = (own: readonly number[]) => own.reduce((sum, at) => sum + means[at]!, 0) / own.length;
  const [low, high] = [meanOf(without), meanOf(withScheme)];
  const squares = (own: readonly number[], mean: number) => own.reduce((sum, at) => sum + (means[at]! - mean) ** 2, 0);
  const degrees = without.length + withScheme.length - 2;
  const pooled = (squares(without, low) + squares(withScheme, high)) / degrees;
  const standardError = Math.sqrt(pooled * (1 / without.length + 1 / withScheme.length));
  if (!(standardError > 0))
    return refuseFor('no-variation', 'Every cluster has the same mean, so chance has nothing to be measured by.');
  const difference = high - low;
  const reference = studentT(degrees);
  const reach = reference.upperQuantile((1 - level) / 2) * standardError;
  const armOf = (own: readonly number[], mean: number): ClusterArm => ({
    clusters: own.length,
    people: own.reduce((sum, at) => sum + sizes[at]!, 0),
    mean,
  });
  return ok({
    difference,
    standardError,
    low: difference - reach,
    high: difference + reach,
    statistic: difference / standardError,
    degreesOfFreedom: degrees,
    p: 2 * reference.upper(Math.abs(difference / standardError)),
    arms: [armOf(withScheme, high), armOf(without, low)],
    ...spreadOf({ outcome, cluster, means, sizes, arms: [without, withScheme] }),
  });
}

interface Spread {
  readonly outcome: ArrayLike<number>;
  readonly cluster: ArrayLike<number>;
  readonly means: Float64Array;
  readonly sizes: Int32Array;
  readonly arms: readonly (readonly number[])[];
}

function spreadOf({ outcome, cluster, means, sizes, arms }: Spread): {
  readonly icc: number;
  readonly designEffect: number;
} {
  let [between, squaredSizes, people, clusters] = [0, 0, 0, 0];
  for (const own of arms) {
    const size = own.reduce((sum, at) => sum + sizes[at]!, 0);
    const mean = own.reduce((sum, at) => sum + sizes[at]! * means[at]!, 0) / size;
    between += own.reduce((sum, at) => sum + sizes[at]! * (means[at]! - mean) ** 2, 0);
    squaredSizes += own.reduce((sum, at) => sum + sizes[at]! ** 2, 0) / size;
    people += size;
    clusters += own.length;
  }
  let within = 0;
  for (let row = 0; row < outcome.length; row += 1) within += (outcome[row]! - means[cluster[row]!]!) ** 2;
  const msb = between / (clusters - arms.length);
  const msw = people > clusters ? within / (people - clusters) : 0;
  const typical = (people - squaredSizes) / (clusters - arms.length);
  const icc = (msb - msw) / (msb + (typical - 1) * msw);
  return { icc, designEffect: 1 + (typical - 1) * Math.max(0, icc) };
}
