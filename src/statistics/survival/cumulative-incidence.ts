import { ok, refuse, type Result } from '../../shared/result.ts';
import { normal } from '../distributions/normal.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { riskTable, lastNotAfter } from './risk-table.ts';
import { rankTimes } from './ranked-times.ts';

/** Time watched, and what it ended with: 0 for nothing, else the number of the cause, 1 to `causes`. */
export interface CompetingRows {
  readonly time: ArrayLike<number>;
  readonly cause: ArrayLike<number>;
  readonly causes: number;
}

/** The chance of each cause by each time; `incidence[cause − 1][at]`. */
export interface CumulativeIncidence {
  readonly n: number;
  readonly times: Float64Array;
  readonly atRisk: Int32Array;
  /** Not having met any cause. */
  readonly survival: Float64Array;
  readonly incidence: readonly IncidenceCurve[];
}

export interface IncidenceCurve {
  readonly events: number;
  readonly incidence: Float64Array;
  readonly standardError: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * Cumulative incidence where several causes compete: who meets one can't meet another. With all-cause survival S just
 * before each time, n at risk and d_k events of cause k,
 *
 *     F_k(t) = Σ S(tᵢ−) d_ki / nᵢ
 *     se²    = Σ (F_k(t) − F_k(tᵢ))² dᵢ/(nᵢ(nᵢ − dᵢ)) + Σ S(tᵢ−)² d_ki (nᵢ − d_ki)/nᵢ³
 *              − 2 Σ (F_k(t) − F_k(tᵢ)) S(tᵢ−) d_ki/nᵢ²
 *
 * Sources: Aalen and Johansen (1978); the variance is the Greenwood type of Gaynor et al. (1993), which R's survfit
 * finds as an infinitesimal jackknife. Interval: F^exp(±z se / (F log F)), Choudhury (2002). One less a Kaplan-Meier
 * curve that censors the other causes is not this, and overstates it.
 */
export function cumulativeIncidence(
  { time, cause, causes }: CompetingRows,
  level = 0.95,
): Result<CumulativeIncidence, StatisticsRefusal> {
  const fault = faultOfLevel(level);
  if (fault) return refuse(fault);
  for (let row = 0; row < cause.length; row += 1) {
    if (!(Number.isInteger(cause[row]) && cause[row]! >= 0 && cause[row]! <= causes)) {
      return refuseFor('out-of-range', `The cause of row ${row + 1} is ${cause[row]}; causes are 0 to ${causes}.`);
    }
  }
  const table = riskTable({ time, event: Uint8Array.from(cause, (code) => (code > 0 ? 1 : 0)) });
  if (!table.ok) return table;
  const { n, times, atRisk, deaths } = table.value;
  const { rank } = rankTimes(Float64Array.from(time));
  const byCause = Array.from({ length: causes }, () => new Int32Array(times.length));
  for (let row = 0; row < rank.length; row += 1) {
    if (cause[row]! > 0) byCause[cause[row]! - 1]![rank[row]!]! += 1;
  }
  const survival = new Float64Array(times.length);
  let surviving = 1;
  for (let at = 0; at < times.length; at += 1) {
    surviving *= (atRisk[at]! - deaths[at]!) / atRisk[at]!;
    survival[at] = surviving;
  }
  const z = normal.upperQuantile((1 - level) / 2);
  const incidence = byCause.map((events) => incidenceCurve(events, { survival, atRisk, deaths, z }));
  return ok({ n, times, atRisk, survival, incidence });
}

/** A cause's incidence and error at a time; 0 before the first. */
export function incidenceAt(curves: CumulativeIncidence, cause: number, time: number) {
  const at = lastNotAfter(curves.times, time);
  const curve = curves.incidence[cause - 1]!;
  const value = (column: Float64Array) => (at < 0 ? 0 : column[at]!);
  return {
    incidence: value(curve.incidence),
    standardError: value(curve.standardError),
    low: value(curve.low),
    high: value(curve.high),
  };
}

interface AllCauses {
  readonly survival: Float64Array;
  readonly atRisk: Int32Array;
  readonly deaths: Int32Array;
  readonly z: number;
}

/** The variance at every time in one pass: its squares are multiplied out into sums that do not depend on t. */
function incidenceCurve(events: Int32Array, { survival, atRisk, deaths, z }: AllCauses): IncidenceCurve {
  const { length } = events;
  const incidence = new Float64Array(length);
  const standardError = new Float64Array(length);
  const low = new Float64Array(length);
  const high = new Float64Array(length);
  let f = 0;
  let count = 0;
  let all = 0;
  let allF = 0;
  let allFF = 0;
  let own = 0;
  let cross = 0;
  let crossF = 0;
  for (let at = 0; at < length; at += 1) {
    const n = atRisk[at]!;
    const d = deaths[at]!;
    const k = events[at]!;
    const before = at === 0 ? 1 : survival[at - 1]!;
    f += (before * k) / n;
    count += k;
    // Where nobody is left, F no longer changes, and the infinite term is multiplied by nothing.
    const greenwood = n === d ? 0 : d / (n * (n - d));
    all += greenwood;
    allF += greenwood * f;
    allFF += greenwood * f * f;
    own += (before * before * k * (n - k)) / n ** 3;
    cross += (before * k) / n ** 2;
    crossF += ((before * k) / n ** 2) * f;
    const variance = f * f * all - 2 * f * allF + allFF + own - 2 * (f * cross - crossF);
    const error = Math.sqrt(Math.max(0, variance));
    incidence[at] = f;
    standardError[at] = error;
    const logF = Math.log(f);
    const spread = f === 0 || f >= 1 ? 1 : Math.exp((z * error) / (f * -logF));
    low[at] = f === 0 ? 0 : Math.exp(logF * spread);
    high[at] = f === 0 ? 0 : Math.exp(logF / spread);
  }
  return { events: count, incidence, standardError, low, high };
}
