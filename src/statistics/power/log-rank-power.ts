import { ok, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

/** A hazard ratio to be found by a two-sided log-rank test. `ratio` is the size of arm b over that of arm a. */
export interface HazardsToCompare {
  readonly hazardRatio: number;
  readonly ratio?: number;
  readonly alpha?: number;
}

/**
 * The power of the two-sided log-rank test with d events in both arms together, of which a share π is at risk in arm a:
 *
 *     Φ( √(d π (1 − π)) |log HR| − z )
 *
 * Source: Schoenfeld (1981), The asymptotic properties of nonparametric tests for comparing survival distributions.
 */
export function logRankPower(hazards: HazardsToCompare, events: number): Result<number, StatisticsRefusal> {
  const fault = faultOf(hazards);
  if (fault) return fault;
  if (!(events > 0)) return refuseFor('no-events', 'A log-rank test has no power without events.');
  const { perEvent, z } = information(hazards);
  return ok(normal.lower(Math.sqrt(events) * perEvent - z));
}

/** How many events, in both arms together, give a power. Not rounded. People needed: this over the share who have one. */
export function logRankEvents(hazards: HazardsToCompare, power: number): Result<number, StatisticsRefusal> {
  const fault = faultOf(hazards);
  if (fault) return fault;
  if (!(power > 0 && power < 1)) return refuseFor('out-of-range', `A power lies between 0 and 1; ${power} does not.`);
  const { perEvent, z } = information(hazards);
  if (perEvent === 0) return refuseFor('no-comparison', 'A hazard ratio of 1 is no difference, and no size finds one.');
  return ok(((z + normal.quantile(power)) / perEvent) ** 2);
}

function information({ hazardRatio, ratio = 1, alpha = 0.05 }: HazardsToCompare) {
  const shareA = 1 / (1 + ratio);
  return {
    perEvent: Math.sqrt(shareA * (1 - shareA)) * Math.abs(Math.log(hazardRatio)),
    z: normal.upperQuantile(alpha / 2),
  };
}

function faultOf({ hazardRatio, ratio = 1, alpha = 0.05 }: HazardsToCompare) {
  for (const [what, value] of Object.entries({ 'A hazard ratio': hazardRatio, 'A ratio of arm sizes': ratio })) {
    if (!(value > 0 && Number.isFinite(value)))
      return refuseFor('out-of-range', `${what} lies above 0; ${value} does not.`);
  }
  if (alpha > 0 && alpha < 1) return null;
  return refuseFor('out-of-range', `An alpha lies between 0 and 1; ${alpha} does not.`);
}
