import { ascendingOrder } from '../sorting/ascending-order.ts';
import type { CoxFit } from './cox.ts';
import type { SortedCox } from './cox-rows.ts';

/** How often, of two people, the one with the higher risk had the event first. */
export interface Concordance {
  readonly concordance: number;
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
 * cluster where there are clusters, as R's coxph gives it. Choice: counted in trees of sums over the ranks of the risks (Fenwick 1994), so that the time
 * taken grows as n log n. NaN where there is no such pair.
 */
export function coxConcordance({ sorted, coefficients }: CoxFit): Concordance {
  const risk = logRisks(sorted, coefficients);
  const { rank, count } = ranksOf(risk);
  const parts = new Float64Array(sorted.n * 3);
  const tree = new RankTree(count);
  const totals = new Float64Array(3);
  for (let stratum = 0; stratum < sorted.starts.length - 1; stratum += 1) {
    const range = { from: sorted.starts[stratum]!, to: sorted.starts[stratum + 1]! };
    compareWithLater(sorted, range, { rank, tree, parts, totals });
    compareWithEarlier(sorted, range, { rank, tree, parts });
  }
  return summarise(sorted, parts, totals);
}

interface Counting {
  readonly rank: Int32Array;
  readonly tree: RankTree;
  /** For each place the weight of pairs that it is the better, the worse and the equal half of. */
  readonly parts: Float64Array;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** From the last time to the first: each event against everybody at risk then who has not the event with it. */
function compareWithLater(sorted: SortedCox, { from, to }: Range, counting: Counting & { totals: Float64Array }): void {
  const { event, entry, weight } = sorted;
  const { rank, tree, parts, totals } = counting;
  const w = (at: number) => (weight === null ? 1 : weight[at]!);
  let leaving = from;
  for (let at = from; at < to;) {
    const end = endOfTime(sorted.rank, at, to);
    for (let place = at; place < end; place += 1) if (event[place] === 0) tree.add(rank[place]!, w(place));
    if (entry !== null) {
      for (; leaving < to && entry.rank[entry.order[leaving]!]! >= sorted.rank[at]!; leaving += 1) {
        tree.add(rank[entry.order[leaving]!]!, -w(entry.order[leaving]!));
      }
    }
    for (let place = at; place < end; place += 1) {
      if (event[place] === 0) continue;
      const below = tree.below(rank[place]!);
      const level = tree.below(rank[place]! + 1) - below;
      const above = tree.total - below - level;
      addTo(parts, place, [below, above, level]);
      for (const [kind, others] of [below, above, level].entries()) totals[kind]! += w(place) * others;
    }
    for (let place = at; place < end; place += 1) if (event[place] === 1) tree.add(rank[place]!, w(place));
    at = end;
  }
  tree.clear();
}

/** From the first time to the last: everybody against the events that they were at risk of and did not have. */
function compareWithEarlier(sorted: SortedCox, { from, to }: Range, { rank, tree, parts }: Counting): void {
  const { event, entry, weight } = sorted;
  const w = (at: number) => (weight === null ? 1 : weight[at]!);
  const see = (place: number, sign: 1 | -1): void => {
    const below = tree.below(rank[place]!);
    const level = tree.below(rank[place]! + 1) - below;
    addTo(parts, place, [sign * (tree.total - below - level), sign * below, sign * level]);
  };
  let entering = to - 1;
  for (let end = to; end > from;) {
    const now = sorted.rank[end - 1]!;
    let at = end - 1;
    while (at > from && sorted.rank[at - 1] === now) at -= 1;
    if (entry !== null) {
      // Events up to and with a row's entry were before its time; the tree holds those before this time.
      for (; entering >= from && entry.rank[entry.order[entering]!]! < now; entering -= 1)
        see(entry.order[entering]!, -1);
    }
    for (let place = at; place < end; place += 1) if (event[place] === 1) see(place, 1);
    for (let place = at; place < end; place += 1) if (event[place] === 1) tree.add(rank[place]!, w(place));
    for (let place = at; place < end; place += 1) if (event[place] === 0) see(place, 1);
    end = at;
  }
  tree.clear();
}

function endOfTime(ranks: Int32Array, at: number, to: number): number {
  let end = at + 1;
  while (end < to && ranks[end] === ranks[at]) end += 1;
  return end;
}

function addTo(parts: Float64Array, place: number, [better, worse, level]: readonly [number, number, number]): void {
  parts[place * 3]! += better;
  parts[place * 3 + 1]! += worse;
  parts[place * 3 + 2]! += level;
}

function summarise({ n, weight, cluster }: SortedCox, parts: Float64Array, totals: Float64Array): Concordance {
  const [concordant, discordant, tiedRisk] = [totals[0]!, totals[1]!, totals[2]!];
  const pairs = concordant + discordant + tiedRisk;
  const somers = (concordant - discordant) / pairs;
  const influences = new Float64Array(cluster === null ? n : cluster.count);
  for (let at = 0; at < n; at += 1) {
    const [better, worse, level] = [parts[at * 3]!, parts[at * 3 + 1]!, parts[at * 3 + 2]!];
    const influence = better - worse - somers * (better + worse + level);
    influences[cluster === null ? at : cluster.codes[at]!]! += (weight === null ? 1 : weight[at]!) * influence;
  }
  let squares = 0;
  for (let at = 0; at < influences.length; at += 1) squares += influences[at]! ** 2;
  return {
    concordance: (somers + 1) / 2,
    standardError: Math.sqrt(squares) / pairs / 2,
    concordant,
    discordant,
    tiedRisk,
  };
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

/** Risks as ranks, those equal to rounding sharing one: the same person twice must tie. */
function ranksOf(risk: Float64Array): { rank: Int32Array; count: number } {
  const order = ascendingOrder(risk);
  const rank = new Int32Array(risk.length);
  let count = 0;
  let before = Number.NaN;
  for (const at of order) {
    if (!(risk[at]! - before <= 1e-12 * (1 + Math.abs(before)))) count += 1;
    before = risk[at]!;
    rank[at] = count - 1;
  }
  return { rank, count };
}

/** Sums of weights by rank, in which adding one and summing all below one take log n steps. */
class RankTree {
  total = 0;
  readonly #sums: Float64Array;

  constructor(ranks: number) {
    this.#sums = new Float64Array(ranks + 1);
  }

  add(rank: number, weight: number): void {
    this.total += weight;
    for (let at = rank + 1; at < this.#sums.length; at += at & -at) this.#sums[at]! += weight;
  }

  /** The weight of all ranks below this one. */
  below(rank: number): number {
    let sum = 0;
    for (let at = rank; at > 0; at -= at & -at) sum += this.#sums[at]!;
    return sum;
  }

  clear(): void {
    this.total = 0;
    this.#sums.fill(0);
  }
}
