import type { SortedCox } from './cox-rows.ts';
import { walkRiskSets, type Ties } from './risk-sets.ts';
import { noTies, sumTies } from './tie-sums.ts';

/**
 * The part of the score that each row brings with it, in events and in time at risk: with the hazard steps dH of the
 * times at which it was at risk and the means x̄ of those at risk then,
 *
 *     (x − x̄) where it has the event,  less  e^(xβ) Σ (x − x̄) dH
 *
 * They add up to the score, which is zero at the estimate. With Efron's ties a tied event sees itself only by the share
 * that is left of it. Times the row's weight.
 *
 * Source: Therneau and Grambsch (2000), Modeling Survival Data, sections 4.6 and 3.3. As R's residuals(type = "score").
 * Calls `see` for each place with an array that is the walker's own.
 */
export function eachScoreResidual(
  sorted: SortedCox,
  { beta, ties }: { readonly beta: Float64Array; readonly ties: Ties },
  see: (at: number, residual: Float64Array) => void,
): void {
  const { x, event, rank, starts, entry, weight } = sorted;
  const p = beta.length;
  const steps = hazardSteps(sorted, beta, ties);
  const residual = new Float64Array(p);
  for (let stratum = 0; stratum < starts.length - 1; stratum += 1) {
    const first = steps.starts[stratum]!;
    const last = steps.starts[stratum + 1]! - 1;
    let step = first;
    for (let at = starts[stratum]!; at < starts[stratum + 1]!; at += 1) {
      while (step < last && steps.rank[step]! > rank[at]!) step += 1;
      const entered = entry === null ? last : firstNotAfter(steps.rank, { first: step, last }, entry.rank[at]!);
      const hazard = steps.hazard[step]! - steps.hazard[entered]!;
      let logRisk = 0;
      for (let j = 0; j < p; j += 1) logRisk += x[at * p + j]! * beta[j]!;
      const risk = Math.exp(logRisk);
      const hasEvent = event[at] === 1 && step < last && steps.rank[step] === rank[at];
      const w = weight === null ? 1 : weight[at]!;
      for (let j = 0; j < p; j += 1) {
        const value = x[at * p + j]!;
        let part = risk * (steps.means[step * p + j]! - steps.means[entered * p + j]! - value * hazard);
        if (hasEvent) {
          part += value - steps.mean[step * p + j]!;
          part += risk * (value * steps.own[step]! - steps.ownMeans[step * p + j]!);
        }
        residual[j] = w * part;
      }
      see(at, residual);
    }
  }
}

/**
 * Hazard steps by event time, in the order walked, each stratum closed by a row of zeros. `hazard` and `means` are sums
 * over this time and all earlier ones.
 */
interface HazardSteps {
  readonly starts: Int32Array;
  readonly rank: Int32Array;
  readonly hazard: Float64Array;
  /** Σ x̄ dH. */
  readonly means: Float64Array;
  /** x̄ at this time, averaged over tied events. */
  readonly mean: Float64Array;
  /** The share of this time's step that a tied event does not see of itself, and the same times x̄. */
  readonly own: Float64Array;
  readonly ownMeans: Float64Array;
}

function hazardSteps(sorted: SortedCox, beta: Float64Array, ties: Ties): HazardSteps {
  const p = beta.length;
  const strata = sorted.starts.length - 1;
  const room = sorted.times.count + strata;
  const starts = new Int32Array(strata + 1);
  const rank = new Int32Array(room).fill(-1);
  const [hazard, own] = [new Float64Array(room), new Float64Array(room)];
  const [means, mean, ownMeans] = [new Float64Array(room * p), new Float64Array(room * p), new Float64Array(room * p)];
  const sums = noTies();
  let at = 0;
  let stratum = 0;
  walkRiskSets(sorted, beta, (set) => {
    while (stratum < set.stratum) starts[++stratum] = ++at;
    sumTies(set, ties, sums);
    const { a, b, aa, ab, bb } = sums;
    rank[at] = set.rank;
    hazard[at] = a;
    own[at] = b;
    for (let j = 0; j < p; j += 1) {
      const s = set.s[1 + j]!;
      const d = set.d[1 + j]!;
      means[at * p + j] = s * aa - d * ab;
      mean[at * p + j] = (s * a - d * b) / set.weight;
      ownMeans[at * p + j] = s * ab - d * bb;
    }
    at += 1;
  });
  while (stratum < strata) starts[++stratum] = ++at;
  for (let s = 0; s < strata; s += 1) {
    for (let step = starts[s + 1]! - 2; step >= starts[s]!; step -= 1) {
      hazard[step]! += hazard[step + 1]!;
      for (let j = 0; j < p; j += 1) means[step * p + j]! += means[(step + 1) * p + j]!;
    }
  }
  return { starts, rank, hazard, means, mean, own, ownMeans };
}

/** The first of some descending ranks that is not after `rank`; `last` where all are. */
function firstNotAfter(ranks: Int32Array, { first, last }: { first: number; last: number }, rank: number): number {
  let low = first;
  let high = last;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranks[middle]! <= rank) high = middle;
    else low = middle + 1;
  }
  return low;
}
