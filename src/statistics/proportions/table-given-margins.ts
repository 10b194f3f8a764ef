import { binomialTerm } from '../special/saddle-point.ts';
import type { Arm } from './arm.ts';

/** The distribution of arm `a`'s events when the margins of the table are given. */
export interface TableGivenMargins {
  /** The fewest events that arm `a` may have. */
  readonly fewest: number;
  /** The probability of `fewest`, `fewest` + 1, … events where the odds ratio is 1. */
  readonly probabilities: Float64Array;
}

/**
 * The hypergeometric distribution of a table's first cell, given its margins:
 *
 *     P(x) = C(n₁, x) C(n₂, m − x) / C(n₁ + n₂, m),   m the events of both arms
 *
 * Source: Fisher (1935), The logic of inductive inference; probabilities by Loader's saddle point, as the product of two
 * binomial terms over a third, which cancels nothing.
 */
export function tableGivenMargins(a: Arm, b: Arm): TableGivenMargins {
  const events = a.events + b.events;
  const total = a.n + b.n;
  const fewest = Math.max(0, events - b.n);
  const most = Math.min(a.n, events);
  const odds = { p: events / total, q: (total - events) / total };
  const whole = binomialTerm(events, total - events, odds);
  const probabilities = new Float64Array(most - fewest + 1);
  for (let at = 0; at < probabilities.length; at += 1) {
    const x = fewest + at;
    const ofB = events - x;
    probabilities[at] = (binomialTerm(x, a.n - x, odds) * binomialTerm(ofB, b.n - ofB, odds)) / whole;
  }
  return { fewest, probabilities };
}
