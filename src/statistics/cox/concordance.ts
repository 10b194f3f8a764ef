import { rankValues } from '../sorting/rank-values.ts';
import type { CoxFit } from './cox.ts';
import type { SortedCox } from './cox-rows.ts';
import { RankTree } from './rank-tree.ts';

/** How often, of two people, the one with the higher risk had the event first. */
export interface Concordance {
  readonly concordance: number;
  /** NaN where it was not asked for. */
  readonly standardError: number;
  readonly concordant: number;
  readonly discordant: number;
  /** Pairs of the same risk, which count half. */
  readonly tiedRisk: number;
}

/**
 * Harrell's C of a Cox fit: over all pairs in a stratum of whom one had the event while the other was at risk,
 *
 *     C = (concordant + tied in risk / 2) / all such pairs
 *
 * Pairs with the event at the same time are no such pairs; who leaves at a time of an event is still at risk of it.
 *
 * Sources: Harrell et al. (1982); the error is an infinitesimal jackknife, Therneau and Atkinson (2020), Concordance, by
 * cluster where there are clusters, as R's coxph gives it. Choice: counted in trees of sums over the ranks of the risks
 * (Fenwick 1994), so that the time taken grows as n log n. NaN where there is no such pair.
 */
export function coxConcordance(
  { sorted, coefficients }: CoxFit,
  { standardError = true }: { readonly standardError?: boolean } = {},
): Concordance {
  const { rank, count } = rankValues(logRisks(sorted, coefficients), SAME_RISK);
  const counting: Counting = {
    rank,
    tree: new RankTree(count),
    parts: standardError ? new Float64Array(sorted.n * 3) : null,
    totals: new Float64Array(3),
  };
  for (let stratum = 0; stratum < sorted.starts.length - 1; stratum += 1) {
    const range = { from: sorted.starts[stratum]!, to: sorted.starts[stratum + 1]! };
    compareWithLater(sorted, range, counting);
    if (counting.parts !== null) compareWithEarlier(sorted, range, counting);
  }
  return summarise(sorted, counting);
}

/** Log risks closer than this are the same: people with the same covariates must tie. */
const SAME_RISK = 1e-12;

interface Counting {
  readonly rank: Int32Array;
  readonly tree: RankTree;
  /** For each place the weight of pairs that it is the better, the worse and the equal half of. */
  readonly parts: Float64Array | null;
  readonly totals: Float64Array;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** From the last time to the first: each event against everybody at risk then who has not the event with it. */
function compareWithLater(sorted: SortedCox, { from, to }: Range, { rank, tree, parts, totals }: Counting): void {
  const { event, entry, weight } = sorted;
  let leaving = from;
  for (let at = from; at < to;) {
    const now = sorted.rank[at]!;
    for (; at < to && sorted.rank[at] === now && event[at] === 0; at += 1) {
      tree.add(rank[at]!, weight === null ? 1 : weight[at]!);
    }
    const firstDeath = at;
    while (at < to && sorted.rank[at] === now) at += 1;
    if (entry !== null) {
      for (; leaving < to && entry.rank[entry.order[leaving]!]! >= now; leaving += 1) {
        const gone = entry.order[leaving]!;
        tree.add(rank[gone]!, weight === null ? -1 : -weight[gone]!);
      }
    }
    for (let place = firstDeath; place < at; place += 1) {
      const w = weight === null ? 1 : weight[place]!;
      const below = tree.below(rank[place]!);
      const level = tree.at(rank[place]!);
      const above = tree.total - below - level;
      totals[0]! += w * below;
      totals[1]! += w * above;
      totals[2]! += w * level;
      if (parts === null) continue;
      parts[place * 3]! += below;
      parts[place * 3 + 1]! += above;
      parts[place * 3 + 2]! += level;
    }
    for (let place = firstDeath; place < at; place += 1) tree.add(rank[place]!, weight === null ? 1 : weight[place]!);
  }
  tree.clear();
}

/** From the first time to the last: everybody against the events that they were at risk of and did not have. */
function compareWithEarlier(sorted: SortedCox, { from, to }: Range, { rank, tree, parts }: Counting): void {
  const { event, entry, weight } = sorted;
  const see = (place: number, sign: 1 | -1): void => {
    const below = tree.below(rank[place]!);
    const level = tree.at(rank[place]!);
    parts![place * 3]! += sign * (tree.total - below - level);
    parts![place * 3 + 1]! += sign * below;
    parts![place * 3 + 2]! += sign * level;
  };
  let entering = to - 1;
  for (let end = to; end > from;) {
    const now = sorted.rank[end - 1]!;
    let firstDeath = end;
    while (firstDeath > from && sorted.rank[firstDeath - 1] === now && event[firstDeath - 1] === 1) firstDeath -= 1;
    let at = firstDeath;
    while (at > from && sorted.rank[at - 1] === now) at -= 1;
    if (entry !== null) {
      // The tree holds the events before this time: for rows that entered since the time before, those before they entered.
      for (; entering >= from && entry.rank[entry.order[entering]!]! < now; entering -= 1) {
        see(entry.order[entering]!, -1);
      }
    }
    for (let place = firstDeath; place < end; place += 1) see(place, 1);
    for (let place = firstDeath; place < end; place += 1) tree.add(rank[place]!, weight === null ? 1 : weight[place]!);
    for (let place = at; place < firstDeath; place += 1) see(place, 1);
    end = at;
  }
  tree.clear();
}

function summarise({ n, weight, cluster }: SortedCox, { parts, totals }: Counting): Concordance {
  const concordant = totals[0]!;
  const discordant = totals[1]!;
  const tiedRisk = totals[2]!;
  const pairs = concordant + discordant + tiedRisk;
  const somers = (concordant - discordant) / pairs;
  const counts = { concordance: (somers + 1) / 2, concordant, discordant, tiedRisk };
  if (parts === null) return { ...counts, standardError: Number.NaN };
  const influences = new Float64Array(cluster === null ? n : cluster.count);
  for (let at = 0; at < n; at += 1) {
    const better = parts[at * 3]!;
    const worse = parts[at * 3 + 1]!;
    const influence = better - worse - somers * (better + worse + parts[at * 3 + 2]!);
    influences[cluster === null ? at : cluster.codes[at]!]! += (weight === null ? 1 : weight[at]!) * influence;
  }
  let squares = 0;
  for (let at = 0; at < influences.length; at += 1) squares += influences[at]! ** 2;
  return { ...counts, standardError: Math.sqrt(squares) / pairs / 2 };
}

function logRisks({ x, n }: SortedCox, beta: Float64Array): Float64Array {
  const risks = new Float64Array(n);
  for (let at = 0; at < n; at += 1) {
    let sum = 0;
    for (let j = 0; j < beta.length; j += 1) sum += x[at * beta.length + j]! * beta[j]!;
    risks[at] = sum;
  }
  return risks;
}
