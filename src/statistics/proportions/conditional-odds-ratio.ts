import { risingRoot } from '../special/rising-root.ts';
import type { Arm, Estimate } from './arm.ts';

/**
 * The odds ratio likeliest given the table's margins, with the exact interval: from the ratio for which so many events
 * or more in arm `a` have probability α/2, to the one for which so many or fewer have it. With ratio ω the first cell
 * has probabilities proportional to P(x) ωˣ.
 *
 * Source: Cornfield (1956), A statistical problem arising from retrospective studies; Fisher's noncentral
 * hypergeometric distribution. As R's fisher.test, whose roots are found to 1e-4 only; these to the last digit. The
 * arms must have been checked, and have at least one event and one non-event.
 */
export function conditionalOddsRatio(a: Arm, b: Arm, level: number): Estimate {
  const fewest = Math.max(0, a.events + b.events - b.n);
  const observed = a.events - fewest;
  const logs = logProbabilities(a, b, fewest);
  const most = logs.length - 1;
  const tail = (1 - level) / 2;
  const solve = (rising: (sums: WeightedSums) => number) =>
    Math.exp(risingRoot((u) => rising(weightedSums(logs, u, observed)), { low: -700, high: 700 }));
  return {
    estimate: observed === 0 ? 0 : observed === most ? Infinity : solve(({ mean }) => mean - observed),
    low: observed === 0 ? 0 : solve(({ atLeast }) => atLeast - tail),
    high: observed === most ? Infinity : solve(({ atMost }) => tail - atMost),
  };
}

/**
 * log P(x) less log P(fewest), by adding up the logarithms of P(x + 1) / P(x): the probabilities themselves may be too
 * small to be held where the ratio is far from 1.
 */
function logProbabilities(a: Arm, b: Arm, fewest: number): Float64Array {
  const events = a.events + b.events;
  const logs = new Float64Array(Math.min(a.n, events) - fewest + 1);
  for (let at = 1; at < logs.length; at += 1) {
    const x = fewest + at;
    logs[at] = logs[at - 1]! + Math.log(((a.n - x + 1) / x) * ((events - x + 1) / (b.n - events + x)));
  }
  return logs;
}

interface WeightedSums {
  readonly mean: number;
  readonly atMost: number;
  readonly atLeast: number;
}

function weightedSums(logs: Float64Array, logRatio: number, observed: number): WeightedSums {
  let largest = Number.NEGATIVE_INFINITY;
  for (let x = 0; x < logs.length; x += 1) largest = Math.max(largest, logs[x]! + x * logRatio);
  let sum = 0;
  let first = 0;
  let atMost = 0;
  let atLeast = 0;
  for (let x = 0; x < logs.length; x += 1) {
    const weight = Math.exp(logs[x]! + x * logRatio - largest);
    sum += weight;
    first += x * weight;
    if (x <= observed) atMost += weight;
    if (x >= observed) atLeast += weight;
  }
  return { mean: first / sum, atMost: atMost / sum, atLeast: atLeast / sum };
}
