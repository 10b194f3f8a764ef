import { ok, type Result } from '../../shared/result.ts';
import { chiSquared } from '../distributions/chi-squared.ts';
import { factorise } from '../matrix/cholesky.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { orderOfRows } from './order-of-rows.ts';
import { rankTimes } from './ranked-times.ts';
import { checkRows, type SurvivalRows } from './survival-rows.ts';

/** Rows of groups to compare. Groups and strata are whole numbers from 0. */
export interface GroupedRows extends SurvivalRows {
  readonly group: ArrayLike<number>;
  readonly groups: number;
  readonly stratum?: ArrayLike<number> | undefined;
  readonly strata?: number | undefined;
}

export interface LogRankTest {
  readonly chiSquared: number;
  readonly df: number;
  readonly p: number;
  readonly groups: readonly { readonly n: number; readonly observed: number; readonly expected: number }[];
}

/**
 * The log-rank test that groups have the same hazard. At each time with d events among n at risk, n_g of them in group
 * g, and over all strata,
 *
 *     E_g = Σ d n_g / n,     V_gh = Σ d (n − d)/(n − 1) · n_g/n (δ_gh − n_h/n),     X² = (O − E)ᵀ V⁻ (O − E)
 *
 * Sources: Mantel (1966); Peto and Peto (1972). As R's survdiff: one degree of freedom fewer than groups with anybody
 * expected.
 */
export function logRank(rows: GroupedRows): Result<LogRankTest, StatisticsRefusal> {
  const checked = checkRows(rows);
  if (!checked.ok) return checked;
  const { time, event, events } = checked.value;
  const { groups, strata = 1 } = rows;
  const group = codes(rows.group);
  const stratum = rows.stratum === undefined ? undefined : codes(rows.stratum);
  if (group.length !== time.length || (stratum && stratum.length !== time.length)) {
    return refuseFor('unequal-lengths', 'There are not as many groups or strata as times.');
  }
  if (!areCodes(group, groups) || (stratum && !areCodes(stratum, strata))) {
    return refuseFor('out-of-range', 'A group or stratum has a number that there is not.');
  }
  const sizes = new Int32Array(groups);
  for (let row = 0; row < group.length; row += 1) sizes[group[row]!]! += 1;
  if (sizes.filter((size) => size > 0).length < 2) {
    return refuseFor('no-comparison', 'Everybody is in one group, so there is nothing to compare it with.');
  }
  if (events === 0) return refuseFor('no-events', 'Nobody had the event, so no hazards can be compared.');
  const { distinct, rank } = rankTimes(time);
  const ranked = { rank, ranks: distinct.length, event, group, groups, stratum, strata };
  const cells = strata * groups * distinct.length;
  return testOf(cells <= 4 * rank.length + 65_536 ? compareByCount(ranked) : compareInOrder(ranked), sizes);
}

interface RankedRows {
  readonly rank: Int32Array;
  readonly ranks: number;
  readonly event: Uint8Array;
  readonly group: Int32Array;
  readonly groups: number;
  readonly stratum: Int32Array | undefined;
  readonly strata: number;
}

interface Sums {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** Row after row. */
  readonly variance: Float64Array;
}

function noSums(groups: number): Sums {
  return {
    observed: new Float64Array(groups),
    expected: new Float64Array(groups),
    variance: new Float64Array(groups * groups),
  };
}

/** Where times are few (days), counts them by stratum, time and group, and puts nothing in order. */
function compareByCount({ rank, ranks, event, group, groups, stratum, strata }: RankedRows): Sums {
  const leaving = new Int32Array(strata * ranks * groups);
  const dying = new Int32Array(strata * ranks * groups);
  for (let row = 0; row < rank.length; row += 1) {
    const block = stratum === undefined ? rank[row]! : stratum[row]! * ranks + rank[row]!;
    const cell = block * groups + group[row]!;
    leaving[cell]! += 1;
    dying[cell]! += event[row]!;
  }
  const sums = noSums(groups);
  const atRisk = new Float64Array(groups);
  let n = 0;
  for (let block = strata * ranks - 1; block >= 0; block -= 1) {
    let deaths = 0;
    for (let g = 0; g < groups; g += 1) {
      const cell = block * groups + g;
      atRisk[g]! += leaving[cell]!;
      n += leaving[cell]!;
      deaths += dying[cell]!;
      sums.observed[g]! += dying[cell]!;
    }
    if (deaths > 0) addTime(sums, { atRisk, n, deaths });
    if (block % ranks === 0) {
      atRisk.fill(0);
      n = 0;
    }
  }
  return sums;
}

/** Goes from the last row to the first in each stratum, so that those at risk only grow. */
function compareInOrder(ranked: RankedRows): Sums {
  const { rank, event, group, groups, stratum } = ranked;
  const order = orderOfRows(ranked);
  const sums = noSums(groups);
  const atRisk = new Float64Array(groups);
  let at = order.length - 1;
  let inStratum = -1;
  let n = 0;
  while (at >= 0) {
    const first = order[at]!;
    const here = stratum === undefined ? 0 : stratum[first]!;
    if (here !== inStratum) {
      atRisk.fill(0);
      n = 0;
      inStratum = here;
    }
    const now = rank[first]!;
    let deaths = 0;
    for (; at >= 0; at -= 1) {
      const row = order[at]!;
      if (rank[row] !== now || (stratum !== undefined && stratum[row] !== here)) break;
      atRisk[group[row]!]! += 1;
      n += 1;
      deaths += event[row]!;
      sums.observed[group[row]!]! += event[row]!;
    }
    if (deaths > 0) addTime(sums, { atRisk, n, deaths });
  }
  return sums;
}

interface OneTime {
  readonly atRisk: Float64Array;
  readonly n: number;
  readonly deaths: number;
}

function addTime({ expected, variance }: Sums, { atRisk, n, deaths }: OneTime): void {
  const groups = atRisk.length;
  const factor = n > 1 ? (deaths * (n - deaths)) / (n - 1) / n : 0;
  for (let g = 0; g < groups; g += 1) {
    const ofG = atRisk[g]!;
    if (ofG === 0) continue;
    expected[g]! += (deaths * ofG) / n;
    variance[g * groups + g]! += factor * ofG;
    for (let h = 0; h < groups; h += 1) variance[g * groups + h]! -= (factor * ofG * atRisk[h]!) / n;
  }
}

function testOf({ observed, expected, variance }: Sums, sizes: Int32Array): Result<LogRankTest, StatisticsRefusal> {
  const groups = [...sizes].map((n, g) => ({ n, observed: observed[g]!, expected: expected[g]! }));
  // The differences of all groups add up to nothing, so one of them is left out.
  const used = groups.flatMap(({ expected }, g) => (expected > 0 ? [g] : [])).slice(1);
  const matrix = Float64Array.from(used.flatMap((g) => used.map((h) => variance[g * sizes.length + h]!)));
  const factor = factorise(matrix, used.length);
  if (used.length === 0 || factor.deficient.length > 0) {
    const message = 'At every event only one group was at risk, so the groups were never side by side.';
    return refuseFor('no-comparison', message);
  }
  const differences = Float64Array.from(used, (g) => observed[g]! - expected[g]!);
  const weighted = factor.solve(differences);
  const statistic = weighted.reduce((sum, value, at) => sum + value * differences[at]!, 0);
  return ok({ chiSquared: statistic, df: used.length, p: chiSquared(used.length).upper(statistic), groups });
}

function codes(values: ArrayLike<number>): Int32Array {
  return values instanceof Int32Array ? values : Int32Array.from(values);
}

function areCodes(values: Int32Array, count: number): boolean {
  for (let row = 0; row < values.length; row += 1) if (values[row]! < 0 || values[row]! >= count) return false;
  return true;
}
