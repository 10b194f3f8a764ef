import type { SeededRandom } from '../../shared/seeded-random.ts';
import { ok, refuse, type Result } from '../../shared/result.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { AllocationStatistics } from './allocation-statistics.ts';
import { preparedGroups, type GroupsToCompare } from './compared-groups.ts';
import { withInterval, type ResampledDifference, type ResamplingTest } from './resampled-difference.ts';

/** Above this many ways of dividing the estimates a sample of them is drawn. */
const MOST_LISTED = 9999;
/** Statistics no further apart than this, relative, count as the same: they differ by rounding. */
const SAME = 1e-9;

export interface ResamplingOptions {
  readonly random: SeededRandom;
  /** 0.95 where it is left out. */
  readonly level?: number;
}

/**
 * A permutation test of whether two groups of estimates differ: the share of all ways of dividing them in groups of these
 * sizes in which they lie as far apart, or further. Exact where which estimates are in which group has nothing to do
 * with how large or precise they are.
 *
 * The measure of distance is Hartung and Knapp's t, with the variance between estimates as it is if the groups do not
 * differ. Sources: J. Higgins and S. Thompson, Statistics in Medicine 23, 2004, 1663-1682; W. Viechtbauer et al.,
 * Psychological Methods 20, 2015, 360-374. Choices: every division where there are at most 9,999, else 9,999 at random with the
 * one that was; where metafor's `permutest` estimates the variance anew in every division, here it stays, so that the
 * interval (the differences that the test does not refuse) can be had from the same test.
 * With three of each, the least p there can be is 0.1: the interval has no ends, and `leastP` says why.
 */
export function permutationTestOfGroups(
  groups: GroupsToCompare,
  { random, level = 0.95 }: ResamplingOptions,
): Result<ResampledDifference, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault !== null) return refuse(fault);
  const test = permutationOfGroups(groups, random);
  return test.ok ? ok(withInterval(test.value, level)) : test;
}

/** The same test of any difference, without its interval. */
export function permutationOfGroups(
  groups: GroupsToCompare,
  random: SeededRandom,
): Result<ResamplingTest, StatisticsRefusal> {
  const prepared = preparedGroups(groups);
  if (!prepared.ok) return prepared;
  const { estimates, covariance, treated, mark } = prepared.value;
  const k = estimates.length;
  const whole = combinations(k, treated.length);
  const isListed = whole <= MOST_LISTED;
  const divisions = isListed ? everyDivision(k, treated.length) : drawnDivisions(k, { treated, random });
  const pAt = (tested: number) => {
    const alike = estimates.map((value, at) => value - tested * mark[at]!);
    const statistics = AllocationStatistics.whereAlike(alike, covariance);
    if (statistics === null) return 1;
    const of = statistics.prepared(alike);
    const least = Math.abs(of(treated)) * (1 - SAME);
    let asFar = 0;
    for (const division of divisions) if (Math.abs(of(division)) >= least) asFar += 1;
    return asFar / divisions.length;
  };
  // Of groups of the same size, the division the other way round lies as far apart.
  const leastP = (2 * treated.length === k ? 2 : 1) / (isListed ? whole : divisions.length);
  return ok({ prepared: prepared.value, pAt, draws: divisions.length, leastP });
}

function combinations(k: number, chosen: number): number {
  let count = 1;
  for (let at = 1; at <= chosen; at += 1) count = Math.round((count * (k - chosen + at)) / at);
  return count;
}

function everyDivision(k: number, chosen: number): number[][] {
  const divisions: number[][] = [];
  const extend = (from: number, so: readonly number[]) => {
    if (so.length === chosen) divisions.push([...so]);
    else for (let next = from; next <= k - (chosen - so.length); next += 1) extend(next + 1, [...so, next]);
  };
  extend(0, []);
  return divisions;
}

/** The division that was, and others at random. */
function drawnDivisions(
  k: number,
  { treated, random }: { readonly treated: readonly number[]; readonly random: SeededRandom },
): (readonly number[])[] {
  const places = Array.from({ length: k }, (_, at) => at);
  const drawn = Array.from({ length: MOST_LISTED }, () => {
    random.shuffle(places);
    return places.slice(0, treated.length);
  });
  return [treated, ...drawn];
}
