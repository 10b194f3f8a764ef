import { ok, refuse, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { riskTable, type RiskTable } from './risk-table.ts';
import type { SurvivalRows } from './survival-rows.ts';

/** A cumulative hazard: the values hold from each time until the next. */
export interface HazardCurve extends RiskTable {
  readonly hazard: Float64Array;
  readonly standardError: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * The Nelson-Aalen estimate of the cumulative hazard, with Aalen's standard error:
 *
 *     H(t) = Σ dᵢ/nᵢ over tᵢ ≤ t,     se² = Σ dᵢ/nᵢ²,     interval H e^(±z se / H)
 *
 * Sources: Nelson (1972); Aalen (1978); the interval by Bie, Borgan and Liestøl (1987). As R's survfit, `cumhaz` and
 * `std.chaz`. Before the first event the interval is 0 to 0.
 */
export function nelsonAalen(rows: SurvivalRows, level = 0.95): Result<HazardCurve, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  const table = riskTable(rows);
  if (!table.ok) return table;
  const { times, atRisk, deaths } = table.value;
  const z = normal.upperQuantile((1 - level) / 2);
  const hazard = new Float64Array(times.length);
  const standardError = new Float64Array(times.length);
  let sum = 0;
  let variance = 0;
  for (let at = 0; at < times.length; at += 1) {
    sum += deaths[at]! / atRisk[at]!;
    variance += deaths[at]! / atRisk[at]! ** 2;
    hazard[at] = sum;
    standardError[at] = Math.sqrt(variance);
  }
  const spread = (at: number) => (hazard[at] === 0 ? 1 : Math.exp((z * standardError[at]!) / hazard[at]!));
  return ok({
    ...table.value,
    hazard,
    standardError,
    low: hazard.map((value, at) => value / spread(at)),
    high: hazard.map((value, at) => value * spread(at)),
  });
}
