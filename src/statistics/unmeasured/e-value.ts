import { ok, type Result } from '../../shared/result.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

export interface RatioWithInterval {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface EValue {
  readonly ofEstimate: number;
  /** Of the end of the interval that lies nearer to 1; 1 where the interval holds 1. */
  readonly ofInterval: number;
}

/**
 * How strongly something that was not measured would have to go with both the scheme and the outcome, as a risk ratio, to
 * make the whole effect by itself:  E = RR + √(RR (RR − 1)), with RR the ratio or one over it, whichever is above 1.
 *
 * Source: T. VanderWeele and P. Ding, Annals of Internal Medicine 167, 2017, 268-274. As R's EValue. A hazard ratio of an
 * outcome that is not rare goes in as `riskRatioOfHazards`. Refuses ratios that are none and an interval that does not
 * hold its estimate.
 */
export function eValue({ ratio, low, high }: RatioWithInterval): Result<EValue, StatisticsRefusal> {
  if (![ratio, high].every((value) => value > 0) || !(low >= 0) || !Number.isFinite(ratio)) {
    return refuseFor('out-of-range', `A ratio and its interval lie above zero; not ${ratio} (${low} to ${high}).`);
  }
  if (!(low <= ratio && ratio <= high)) {
    return refuseFor('out-of-range', `The interval ${low} to ${high} does not hold its estimate ${ratio}.`);
  }
  const nearer = ratio >= 1 ? low : high;
  const isCrossed = ratio >= 1 ? nearer <= 1 : nearer >= 1;
  return ok({ ofEstimate: strengthOf(ratio), ofInterval: isCrossed ? 1 : strengthOf(nearer) });
}

function strengthOf(ratio: number): number {
  const above = ratio >= 1 ? ratio : 1 / ratio;
  return above + Math.sqrt(above * (above - 1));
}

/**
 * About the risk ratio that goes with a hazard ratio of an outcome that some 15 of 100 or more have:
 * (1 − 0.5^√HR) / (1 − 0.5^√(1/HR)). Source: T. VanderWeele, Biometrics 76, 2020, 746-752.
 */
export function riskRatioOfHazards(hazardRatio: number): number {
  if (hazardRatio === Infinity) return Infinity;
  if (hazardRatio === 0) return 0;
  return (1 - 0.5 ** Math.sqrt(hazardRatio)) / (1 - 0.5 ** Math.sqrt(1 / hazardRatio));
}
