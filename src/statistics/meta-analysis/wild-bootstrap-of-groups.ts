import { ok, refuse, type Result } from '../../shared/result.ts';
import type { SeededRandom } from '../../shared/seeded-random.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { AllocationStatistics } from './allocation-statistics.ts';
import { preparedGroups, type GroupsToCompare } from './compared-groups.ts';
import type { ResamplingOptions } from './permutation-test-of-groups.ts';
import { withInterval, type ResampledDifference, type ResamplingTest } from './resampled-difference.ts';

const USUAL_DRAWS = 1999;
const SAME = 1e-9;

/** Webb's six points: mean 0, variance 1, and enough of them that few places still give many samples. */
export const WEBB = [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)] as const;

/** Weights for each draw: one for each estimate, one after the other. */
export function webbWeights(draws: number, k: number, random: SeededRandom): Float64Array {
  return Float64Array.from({ length: draws * k }, () => WEBB[random.below(WEBB.length)]!);
}

/**
 * The wild cluster bootstrap of whether two groups of estimates differ, where each estimate is of a cluster: what the
 * hypothesis leaves of each is multiplied by a weight at random, and the share of samples counts in which the groups lie
 * as far apart, or further.
 *
 * Sources: A. Cameron, J. Gelbach and D. Miller, Review of Economics and Statistics 90, 2008, 414-427 (the hypothesis
 * imposed); M. Webb, "Reworking wild bootstrap-based inference for clustered errors", Canadian Journal of Economics 56,
 * 2023, 839-858 (six points for few clusters); S. Donald and K. Lang, Review of Economics and Statistics 89, 2007, 221-233
 * (clusters first brought down to one estimate each). Choices: Hartung and Knapp's t as the measure of distance; the same
 * weights for every difference tested; p = (1 + as far) / (1 + draws). Known to err where one of the groups is of one or
 * two clusters.
 */
export function wildBootstrapOfGroups(
  groups: GroupsToCompare,
  { random, level = 0.95, weights }: ResamplingOptions & { readonly weights?: Float64Array },
): Result<ResampledDifference, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault !== null) return refuse(fault);
  const test = wildBootstrap(groups, weights ?? webbWeights(USUAL_DRAWS, groups.estimates.length, random));
  return test.ok ? ok(withInterval(test.value, level)) : test;
}

/** The same test of any difference, without its interval. */
export function wildBootstrap(
  groups: GroupsToCompare,
  weights: Float64Array,
): Result<ResamplingTest, StatisticsRefusal> {
  const prepared = preparedGroups(groups);
  if (!prepared.ok) return prepared;
  const { estimates, covariance, treated, mark } = prepared.value;
  const k = estimates.length;
  const draws = weights.length / k;
  const pAt = (tested: number) => {
    const alike = estimates.map((value, at) => value - tested * mark[at]!);
    const statistics = AllocationStatistics.whereAlike(alike, covariance);
    if (statistics === null) return 1;
    const { mean, residuals } = statistics.residuals(alike);
    const least = Math.abs(statistics.of(alike, treated)) * (1 - SAME);
    let asFar = 0;
    for (let draw = 0; draw < draws; draw += 1) {
      const sample = residuals.map((residual, at) => mean + residual * weights[draw * k + at]!);
      if (Math.abs(statistics.of(sample, treated)) >= least) asFar += 1;
    }
    return (1 + asFar) / (1 + draws);
  };
  return ok({ prepared: prepared.value, pAt, draws, leastP: 1 / (1 + draws) });
}
