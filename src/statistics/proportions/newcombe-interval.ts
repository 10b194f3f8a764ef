import type { Arm, Interval } from './arm.ts';
import { wilson } from './wilson-interval.ts';

/**
 * Newcombe's interval for the difference of two independent proportions, a less b: the squares of how far each arm's
 * Wilson interval reaches are added,
 *
 *     d − √((p₁ − l₁)² + (u₂ − p₂)²)   to   d + √((u₁ − p₁)² + (p₂ − l₂)²)
 *
 * Source: Newcombe (1998), Interval estimation for the difference between independent proportions, method 10 (no
 * continuity correction). It needs no cell to be filled. The arms must have been checked.
 */
export function newcombe(a: Arm, b: Arm, level: number): Interval {
  const [pA, pB] = [a.events / a.n, b.events / b.n];
  const [ofA, ofB] = [wilson(a, level), wilson(b, level)];
  const difference = pA - pB;
  return {
    low: difference - Math.hypot(pA - ofA.low, ofB.high - pB),
    high: difference + Math.hypot(ofA.high - pA, pB - ofB.low),
  };
}
