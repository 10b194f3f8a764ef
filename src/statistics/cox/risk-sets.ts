import type { SortedCox } from './cox-rows.ts';

/** How tied events share a risk set. */
export type Ties = 'efron' | 'breslow';

/**
 * One time at which somebody has the event: sums over those at risk (`s`) and over those with the event (`d`), each of
 * the risk r = w e^(xβ), of r x, and of r x xᵀ (lower triangle, row after row). The arrays are the walker's own, and
 * change with the next time.
 */
export interface RiskSet {
  stratum: number;
  rank: number;
  deaths: number;
  /** The weights of those with the event. */
  weight: number;
  s0: number;
  d0: number;
  readonly s1: Float64Array;
  readonly d1: Float64Array;
  readonly s2: Float64Array;
  readonly d2: Float64Array;
  /** The log risks of those with the event, and their covariates, each times its weight. */
  logRisks: number;
  readonly sum: Float64Array;
}

/**
 * Walks through the risk sets of sorted rows, in each stratum from the last time to the first: whoever's time has not
 * come yet is added, and who came under watch only later is taken out again. Nothing is allocated on the way.
 */
export function walkRiskSets(sorted: SortedCox, beta: Float64Array, see: (set: RiskSet) => void): void {
  const { x, event, rank, starts, entry, weight } = sorted;
  const p = beta.length;
  const set = emptySet(p);
  const { s1, s2, d1, d2, sum } = set;
  const removed = entry === null ? null : new Float64Array(sorted.n);
  for (let stratum = 0; stratum < starts.length - 1; stratum += 1) {
    const end = starts[stratum + 1]!;
    let leaving = starts[stratum]!;
    let inSet = 0;
    let s0 = 0;
    s1.fill(0);
    s2.fill(0);
    for (let at = starts[stratum]!; at < end;) {
      const now = rank[at]!;
      let deaths = 0;
      let d0 = 0;
      let weights = 0;
      let logRisks = 0;
      for (; at < end && rank[at] === now; at += 1) {
        const row = at * p;
        let logRisk = 0;
        for (let j = 0; j < p; j += 1) logRisk += x[row + j]! * beta[j]!;
        const w = weight === null ? 1 : weight[at]!;
        const risk = w * Math.exp(logRisk);
        if (removed !== null) removed[at] = risk;
        inSet += 1;
        s0 += risk;
        for (let j = 0, cell = 0; j < p; j += 1) {
          const value = risk * x[row + j]!;
          s1[j]! += value;
          for (let k = 0; k <= j; k += 1, cell += 1) s2[cell]! += value * x[row + k]!;
        }
        if (event[at] === 0) continue;
        if (deaths === 0) {
          d1.fill(0);
          d2.fill(0);
          sum.fill(0);
        }
        deaths += 1;
        weights += w;
        logRisks += w * logRisk;
        d0 += risk;
        for (let j = 0, cell = 0; j < p; j += 1) {
          const value = risk * x[row + j]!;
          d1[j]! += value;
          sum[j]! += w * x[row + j]!;
          for (let k = 0; k <= j; k += 1, cell += 1) d2[cell]! += value * x[row + k]!;
        }
      }
      if (weights === 0) continue;
      if (entry !== null && removed !== null) {
        for (; leaving < end && entry.rank[entry.order[leaving]!]! >= now; leaving += 1) {
          const gone = entry.order[leaving]!;
          const risk = removed[gone]!;
          inSet -= 1;
          s0 -= risk;
          for (let j = 0, cell = 0; j < p; j += 1) {
            const value = risk * x[gone * p + j]!;
            s1[j]! -= value;
            for (let k = 0; k <= j; k += 1, cell += 1) s2[cell]! -= value * x[gone * p + k]!;
          }
        }
        // Whoever is left is exactly those with the event: what subtracting left of the others is rounding.
        if (inSet === deaths) {
          s0 = d0;
          s1.set(d1);
          s2.set(d2);
        }
      }
      set.stratum = stratum;
      set.rank = now;
      set.deaths = deaths;
      set.weight = weights;
      set.s0 = s0;
      set.d0 = d0;
      set.logRisks = logRisks;
      see(set);
    }
  }
}

function emptySet(p: number): RiskSet {
  const [s1, d1, sum] = [new Float64Array(p), new Float64Array(p), new Float64Array(p)];
  const [s2, d2] = [new Float64Array((p * (p + 1)) / 2), new Float64Array((p * (p + 1)) / 2)];
  return { stratum: 0, rank: 0, deaths: 0, weight: 0, s0: 0, d0: 0, logRisks: 0, s1, d1, s2, d2, sum };
}
