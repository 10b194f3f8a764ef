import type { SortedCox } from './cox-rows.ts';
import { riskSums } from './risk-sums.ts';

/** How tied events share a risk set. */
export type Ties = 'efron' | 'breslow';

/**
 * One time at which somebody has the event: the sums over those at risk (`s`) and over those with the event (`d`). The
 * arrays are the walker's own, and change with the next time.
 */
export interface RiskSet {
  stratum: number;
  rank: number;
  deaths: number;
  /** The weights of those with the event. */
  weight: number;
  readonly s: Float64Array;
  readonly d: Float64Array;
  /** The covariates of those with the event, times their weights. */
  readonly sum: Float64Array;
}

/**
 * Walks through the risk sets of sorted rows, in each stratum from the last time to the first: whoever's time has not
 * come yet is added, and who came under watch only later is taken out again. Nothing is allocated on the way.
 */
export function walkRiskSets(sorted: SortedCox, beta: Float64Array, see: (set: RiskSet) => void): void {
  const { rank, starts, entry, times } = sorted;
  const sums = riskSums(sorted, beta);
  const s = sums.none();
  const d = sums.none();
  const set: RiskSet = { stratum: -1, rank: 0, deaths: 0, weight: 0, s, d, sum: new Float64Array(beta.length) };
  let leaving = 0;
  let inSet = 0;
  for (let time = 0; time < times.count; time += 1) {
    const first = times.first[time]!;
    const firstDeath = times.firstDeath[time]!;
    const end = times.end[time]!;
    if (times.stratum[time] !== set.stratum) {
      set.stratum = times.stratum[time]!;
      leaving = starts[set.stratum]!;
      inSet = 0;
      s.fill(0);
    }
    sums.add(first, firstDeath, s);
    d.fill(0);
    sums.add(firstDeath, end, d);
    for (let cell = 0; cell < s.length; cell += 1) s[cell]! += d[cell]!;
    set.rank = rank[firstDeath]!;
    set.deaths = end - firstDeath;
    inSet += end - first;
    if (entry !== null) {
      const last = starts[set.stratum + 1]!;
      for (; leaving < last && entry.rank[entry.order[leaving]!]! >= set.rank; leaving += 1) {
        sums.takeOut(entry.order[leaving]!, s);
        inSet -= 1;
      }
      // Whoever is left is exactly those with the event: what subtracting left of the others is rounding.
      if (inSet === set.deaths) s.set(d);
    }
    set.weight = sums.addEvents(firstDeath, end, set.sum);
    if (set.weight > 0) see(set);
  }
}
