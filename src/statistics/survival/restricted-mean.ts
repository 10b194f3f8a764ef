import { ok, refuse, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { faultOfLevel, type Estimate } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import type { SurvivalCurve } from './kaplan-meier.ts';

/** A mean time with its error. */
export interface RestrictedMean extends Estimate {
  readonly standardError: number;
}

/**
 * The mean time without the event up to a horizon τ: the area under the Kaplan-Meier curve from 0 to τ,
 *
 *     μ = ∫₀^τ S(t) dt,     se² = Σ ( ∫ from tᵢ to τ of S )² dᵢ / (nᵢ (nᵢ − dᵢ)) over tᵢ ≤ τ
 *
 * Source: Irwin (1949); Klein and Moeschberger (2003), section 4.5. As R's print(survfit, rmean). Refuses a horizon
 * beyond the time that anybody was watched, because nothing is known there.
 */
export function restrictedMean(
  curve: SurvivalCurve,
  horizon: number,
  level = 0.95,
): Result<RestrictedMean, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  const last = curve.times.at(-1)!;
  if (!(horizon > 0)) return refuseFor('out-of-range', `A horizon lies above zero; ${horizon} does not.`);
  if (horizon > last && curve.survival.at(-1)! > 0) {
    return refuseFor(
      'out-of-range',
      `Nobody was watched for longer than ${last}, so a mean up to ${horizon} is not known.`,
    );
  }
  let area = 0;
  let variance = 0;
  let until = horizon;
  for (let at = curve.times.length - 1; at >= 0; at -= 1) {
    const time = curve.times[at]!;
    if (time > horizon) continue;
    area += curve.survival[at]! * (until - time);
    until = time;
    const n = curve.atRisk[at]!;
    const d = curve.deaths[at]!;
    if (area > 0) variance += (area * area * d) / (n * (n - d));
  }
  area += until;
  const standardError = Math.sqrt(variance);
  const half = normal.upperQuantile((1 - level) / 2) * standardError;
  return ok({ estimate: area, standardError, low: area - half, high: area + half });
}

/** The difference of two restricted means up to the same horizon, `a` less `b`, of people apart from each other. */
export function restrictedMeanDifference(a: RestrictedMean, b: RestrictedMean, level = 0.95): RestrictedMean {
  const estimate = a.estimate - b.estimate;
  const standardError = Math.hypot(a.standardError, b.standardError);
  const half = normal.upperQuantile((1 - level) / 2) * standardError;
  return { estimate, standardError, low: estimate - half, high: estimate + half };
}
