import { normal } from '../distributions/normal.ts';
import { risingRoot } from '../special/rising-root.ts';
import type { Arm, Interval } from './arm.ts';
import { wilsonByZ } from './wilson-interval.ts';

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
  return newcombeByZ(a, b, normal.upperQuantile((1 - level) / 2));
}

/**
 * The p that goes with Newcombe's interval: that of the level at which the interval just reaches no difference. The arms
 * must have been checked.
 */
export function newcombeP(a: Arm, b: Arm): number {
  if (a.events * b.n === b.events * a.n) return 1;
  const isAbove = a.events * b.n > b.events * a.n;
  const reached = (z: number) => (isAbove ? -newcombeByZ(a, b, z).low : newcombeByZ(a, b, z).high);
  return 2 * normal.upper(risingRoot(reached, { low: 0, high: FURTHEST }));
}

/** Beyond so many standard errors p can't be held. */
const FURTHEST = 38;

function newcombeByZ(a: Arm, b: Arm, z: number): Interval {
  const [pA, pB] = [a.events / a.n, b.events / b.n];
  const [ofA, ofB] = [wilsonByZ(a, z), wilsonByZ(b, z)];
  const difference = pA - pB;
  return {
    low: difference - Math.hypot(pA - ofA.low, ofB.high - pB),
    high: difference + Math.hypot(ofA.high - pA, pB - ofB.low),
  };
}
