import { ok, refuse, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import type { StatisticsRefusal } from '../refusal.ts';
import { lastNotAfter, riskTable, type RiskTable } from './risk-table.ts';
import type { SurvivalRows } from './survival-rows.ts';

/** On which scale the interval is symmetrical: log(−log S), log S, or S itself. */
export type SurvivalScale = 'log-log' | 'log' | 'plain';

/** A survival curve: the values hold from each time until the next. Before the first time everybody survives. */
export interface SurvivalCurve extends RiskTable {
  readonly survival: Float64Array;
  readonly standardError: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** A curve at one time. */
export interface SurvivalPoint {
  readonly time: number;
  /** Still watched just before this time. */
  readonly atRisk: number;
  /** Events up to and with this time. */
  readonly events: number;
  readonly survival: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The Kaplan-Meier estimate of surviving beyond each time, with Greenwood's standard error:
 *
 *     S(t) = Π (1 − dᵢ/nᵢ) over tᵢ ≤ t,     se² = S² Σ dᵢ / (nᵢ (nᵢ − dᵢ))
 *
 * Sources: Kaplan and Meier (1958); Greenwood (1926); the log-log interval, S^exp(±z se / (S log S)), by Kalbfleisch
 * and Prentice (1980). Choices: log-log by default, because its ends stay between 0 and 1 and its coverage is the best
 * of the three; where S is 1 the interval is 1 to 1, and where it has come down to 0 its error and ends are not known
 * (NaN), as in R's survfit.
 */
export function kaplanMeier(
  rows: SurvivalRows,
  { level = 0.95, scale = 'log-log' }: { readonly level?: number; readonly scale?: SurvivalScale } = {},
): Result<SurvivalCurve, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  const table = riskTable(rows);
  if (!table.ok) return table;
  const { times, atRisk, deaths } = table.value;
  const z = normal.upperQuantile((1 - level) / 2);
  const [survival, standardError] = [new Float64Array(times.length), new Float64Array(times.length)];
  const [low, high] = [new Float64Array(times.length), new Float64Array(times.length)];
  let surviving = 1;
  let greenwood = 0;
  for (let at = 0; at < times.length; at += 1) {
    const n = atRisk[at]!;
    const d = deaths[at]!;
    surviving *= (n - d) / n;
    greenwood += d / (n * (n - d));
    const errorOfLog = Math.sqrt(greenwood);
    survival[at] = surviving;
    standardError[at] = surviving * errorOfLog;
    const ends = endsOf(surviving, errorOfLog, { z, scale });
    low[at] = ends[0];
    high[at] = ends[1];
  }
  return ok({ ...table.value, survival, standardError, low, high });
}

/** The curve at a time. Past the last time watched, nothing is known unless everybody has had the event: NaN. */
export function survivalAt(curve: SurvivalCurve, time: number): SurvivalPoint {
  const at = lastNotAfter(curve.times, time);
  const next = curve.times[at] === time ? at : at + 1;
  const isPast = next === curve.times.length && curve.survival[at] !== 0;
  let events = 0;
  for (let before = 0; before <= at; before += 1) events += curve.deaths[before]!;
  const value = (column: Float64Array, start: number) => (isPast ? Number.NaN : at < 0 ? start : column[at]!);
  return {
    time,
    atRisk: curve.atRisk[next] ?? 0,
    events,
    survival: value(curve.survival, 1),
    standardError: value(curve.standardError, 0),
    low: value(curve.low, 1),
    high: value(curve.high, 1),
  };
}

/**
 * The first time at which no more than a share `p` survives, with the first times at which the interval's ends come
 * down to it; ∞ where they never do. p = ½ gives the median and the interval of Brookmeyer and Crowley (1982).
 */
export function survivalQuantile(curve: SurvivalCurve, p = 0.5): { time: number; low: number; high: number } {
  const firstAtMost = (column: Float64Array): number => {
    const at = column.findIndex((value) => value <= p * (1 + 1e-12));
    return at < 0 ? Number.POSITIVE_INFINITY : curve.times[at]!;
  };
  return { time: firstAtMost(curve.survival), low: firstAtMost(curve.low), high: firstAtMost(curve.high) };
}

function endsOf(
  survival: number,
  errorOfLog: number,
  { z, scale }: { readonly z: number; readonly scale: SurvivalScale },
): readonly [number, number] {
  if (survival === 0) return [Number.NaN, Number.NaN];
  if (survival === 1) return [1, 1];
  if (scale === 'plain') {
    const half = z * survival * errorOfLog;
    return [Math.max(0, survival - half), Math.min(1, survival + half)];
  }
  if (scale === 'log') {
    const spread = Math.exp(z * errorOfLog);
    return [survival / spread, Math.min(1, survival * spread)];
  }
  const logSurvival = Math.log(survival);
  const spread = Math.exp((z * errorOfLog) / -logSurvival);
  return [Math.exp(logSurvival * spread), Math.exp(logSurvival / spread)];
}
