import { ok, refuse, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { faultOfArms, type Arm, type Estimate, type Interval } from './arm.ts';

/**
 * Wilson's score interval for a proportion: every p with |x/n − p| ≤ z √(p (1 − p) / n),
 *
 *     (x + z²/2 ± z √(x (n − x) / n + z²/4)) / (n + z²)
 *
 * Source: Wilson (1927), Probable inference, the law of succession, and statistical inference. Choice: no continuity
 * correction, as R's prop.test(correct = FALSE); where nobody or everybody had the event the end is exactly 0 or 1.
 */
export function wilsonInterval(arm: Arm, level = 0.95): Result<Estimate, StatisticsRefusal> {
  const fault = faultOfArms([arm], level);
  return fault ? refuse(fault) : ok({ estimate: arm.events / arm.n, ...wilson(arm, level) });
}

/** The interval for an arm that has been checked. */
function wilson(arm: Arm, level: number): Interval {
  return wilsonByZ(arm, normal.upperQuantile((1 - level) / 2));
}

/** The same by z, the normal quantile of the level. */
export function wilsonByZ({ events, n }: Arm, z: number): Interval {
  const half = z * Math.sqrt((events * (n - events)) / n + (z * z) / 4);
  const middle = events + (z * z) / 2;
  return {
    low: events === 0 ? 0 : (middle - half) / (n + z * z),
    high: events === n ? 1 : (middle + half) / (n + z * z),
  };
}
