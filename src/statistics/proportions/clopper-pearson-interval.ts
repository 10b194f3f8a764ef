import { ok, refuse, type Result } from '../../shared/result.ts';
import { beta } from '../distributions/beta.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { faultOfArms, type Arm, type Estimate, type Interval } from './arm.ts';

/**
 * The exact interval for a proportion: from the p for which so many events or more have probability α/2, to the p for
 * which so many or fewer have it. They are quantiles of beta distributions, Beta(x, n − x + 1) and Beta(x + 1, n − x).
 *
 * Source: Clopper and Pearson (1934), The use of confidence or fiducial limits illustrated in the case of the binomial.
 * Its coverage is never below the level, and mostly above. As R's binom.test.
 */
export function clopperPearsonInterval(arm: Arm, level = 0.95): Result<Estimate, StatisticsRefusal> {
  const fault = faultOfArms([arm], level);
  return fault ? refuse(fault) : ok({ estimate: arm.events / arm.n, ...clopperPearson(arm, level) });
}

/** The interval for an arm that has been checked. */
export function clopperPearson({ events, n }: Arm, level: number): Interval {
  const tail = (1 - level) / 2;
  return {
    low: events === 0 ? 0 : beta(events, n - events + 1).quantile(tail),
    high: events === n ? 1 : beta(events + 1, n - events).upperQuantile(tail),
  };
}
