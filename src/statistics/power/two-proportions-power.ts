import { ok, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';

/** Two risks to be told apart by a two-sided test. `ratio` is the size of arm b over that of arm a; 1 where left out. */
export interface TwoRisks {
  readonly riskA: number;
  readonly riskB: number;
  readonly ratio?: number;
  readonly alpha?: number;
}

/**
 * The power of the two-sided test of two proportions with n people in arm a and `ratio` × n in arm b:
 *
 *     Φ( (|p₁ − p₂| √n − z √(p̄ q̄ (1 + 1/k))) / √(p₁q₁ + p₂q₂/k) ),   p̄ = (p₁ + k p₂) / (1 + k)
 *
 * Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, section 4.2 (unequal arms 4.4),
 * without continuity correction; the chance of rejecting in the wrong direction is not counted. As R's power.prop.test.
 */
export function twoProportionsPower(risks: TwoRisks, n: number): Result<number, StatisticsRefusal> {
  const fault = faultOf(risks);
  if (fault) return fault;
  if (!(n > 0)) return refuseFor('out-of-range', `An arm of ${n} is none.`);
  const { distance, underNull, underAlternative, z } = spreads(risks);
  return ok(normal.lower((distance * Math.sqrt(n) - z * underNull) / underAlternative));
}

/**
 * How many people arm a needs (arm b: `ratio` times as many) for a power: the formula above, solved for n. Not rounded.
 */
export function twoProportionsSize(risks: TwoRisks, power: number): Result<number, StatisticsRefusal> {
  const fault = faultOf(risks);
  if (fault) return fault;
  if (!(power > 0 && power < 1)) return refuseFor('out-of-range', `A power lies between 0 and 1; ${power} does not.`);
  const { distance, underNull, underAlternative, z } = spreads(risks);
  if (distance === 0)
    return refuseFor('no-comparison', 'The two risks are equal, and no size tells equal risks apart.');
  return ok(((z * underNull + normal.quantile(power) * underAlternative) / distance) ** 2);
}

function spreads({ riskA, riskB, ratio = 1, alpha = 0.05 }: TwoRisks) {
  const pooled = (riskA + ratio * riskB) / (1 + ratio);
  return {
    distance: Math.abs(riskA - riskB),
    underNull: Math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio)),
    underAlternative: Math.sqrt(riskA * (1 - riskA) + (riskB * (1 - riskB)) / ratio),
    z: normal.upperQuantile(alpha / 2),
  };
}

function faultOf({ riskA, riskB, ratio = 1, alpha = 0.05 }: TwoRisks) {
  for (const [what, value] of Object.entries({ 'A risk': riskA, 'The other risk': riskB, 'An alpha': alpha })) {
    if (!(value > 0 && value < 1)) return refuseFor('out-of-range', `${what} lies between 0 and 1; ${value} does not.`);
  }
  if (ratio > 0 && Number.isFinite(ratio)) return null;
  return refuseFor('out-of-range', `A ratio of arm sizes lies above 0; ${ratio} does not.`);
}
