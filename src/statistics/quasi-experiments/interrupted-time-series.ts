import { ok, refuse, type Result } from '../../shared/result.ts';
import { leastSquares, type NamedColumn } from '../linear-models/least-squares.ts';
import { neweyWestCovariance, usualLag } from '../linear-models/newey-west-covariance.ts';
import type { Term } from '../linear-models/term.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { inferenceBy } from './linear-inference.ts';

export interface InterruptedTimeSeriesTask {
  /** One value for each of evenly spaced times, in order. */
  readonly outcome: ArrayLike<number>;
  /** The place of the first time after the interruption, from 0. */
  readonly interruptedAt: number;
  /** Times in a season (12 for months) and how many waves fit it; none where it is left out. */
  readonly season?: { readonly period: number; readonly waves: number };
  /** Other columns, such as the same outcome where nothing was interrupted. */
  readonly covariates?: readonly NamedColumn[];
  /** How far back an error is felt. ⌊4 (n / 100)^(2/9)⌋ where it is left out. */
  readonly lag?: number;
  /** 0.95 where it is left out. */
  readonly level?: number;
}

export interface InterruptedTimeSeries {
  /** The jump at the first time after the interruption, in units of the outcome. */
  readonly levelChange: Term;
  /** By how much the slope changed, in units of the outcome to one step of time. */
  readonly slopeChange: Term;
  /** The slope before. */
  readonly trend: Term;
  readonly lag: number;
  /** Of residuals with those one step before: what the errors have to allow for. */
  readonly autocorrelation: number;
  readonly points: number;
  readonly degreesOfFreedom: number;
}

const FEWEST_EACH_SIDE = 3;

/**
 * One series before and after an interruption, as two straight lines.
 *
 *   outcome = b₀ + trend t + level [t ≥ t*] + slope (t − t*) [t ≥ t*] (+ waves of the season) (+ covariates),  t = 0, 1, …
 *
 * with errors robust to autocorrelation (`neweyWestCovariance`), Student's t on points − coefficients degrees.
 * Sources: A. Wagner, S. Soumerai, F. Zhang and D. Ross-Degnan, Journal of Clinical Pharmacy and Therapeutics 27, 2002,
 * 299-309; J. Lopez Bernal, S. Cummins and A. Gasparrini, International Journal of Epidemiology 46, 2017, 348-355.
 * What it can't tell: the interruption from whatever else came at that time. Newey-West errors run short, the more so in
 * short series (S. Turner et al., BMC Medical Research Methodology 21, 2021): with 160 points of which each carries 0.4 of
 * the last error on, a 95% interval covers some 88%.
 * Refuses fewer than three points on either side.
 */
export function interruptedTimeSeries(
  task: InterruptedTimeSeriesTask,
): Result<InterruptedTimeSeries, StatisticsRefusal> {
  const { outcome, interruptedAt: start, level = 0.95 } = task;
  const fault = faultOfLevel(level);
  if (fault !== null) return refuse(fault);
  const points = outcome.length;
  if (!Number.isInteger(start) || start < FEWEST_EACH_SIDE || points - start < FEWEST_EACH_SIDE) {
    return refuseFor(
      'too-few',
      `A line needs ${FEWEST_EACH_SIDE} points on each side; there are ${start} before and ${points - start} after.`,
    );
  }
  const column = (name: string, valueAt: (t: number) => number) => ({
    name,
    values: Float64Array.from({ length: points }, (_, t) => valueAt(t)),
  });
  const fit = leastSquares({
    outcome,
    covariates: [
      column('trend', (t) => t),
      column('level', (t) => (t >= start ? 1 : 0)),
      column('slope', (t) => Math.max(0, t - start)),
      ...wavesOf(task.season).map(({ name, valueAt }) => column(name, valueAt)),
      ...(task.covariates ?? []),
    ],
  });
  if (!fit.ok) return fit;
  const { degreesOfFreedom, residuals } = fit.value;
  if (degreesOfFreedom < 1) return refuseFor('too-few', `${points} points are all used up by the coefficients.`);
  const lag = task.lag ?? usualLag(points);
  const covariance = neweyWestCovariance(fit.value, lag);
  if (!covariance.ok) return covariance;
  const { term } = inferenceBy(fit.value, { covariance: covariance.value, degreesOfFreedom, level });
  return ok({
    trend: term(1),
    levelChange: term(2),
    slopeChange: term(3),
    lag,
    autocorrelation: autocorrelation(residuals),
    points,
    degreesOfFreedom,
  });
}

function wavesOf(season: InterruptedTimeSeriesTask['season']) {
  if (season === undefined) return [];
  return Array.from({ length: season.waves }, (_, at) => {
    const turn = (2 * Math.PI * (at + 1)) / season.period;
    const sine = { name: `sine ${at + 1}`, valueAt: (t: number) => Math.sin(turn * t) };
    // Half a period is the shortest wave there is, and its sine is zero at every whole time.
    const cosine = { name: `cosine ${at + 1}`, valueAt: (t: number) => Math.cos(turn * t) };
    return 2 * (at + 1) === season.period ? [cosine] : [sine, cosine];
  }).flat();
}

function autocorrelation(residuals: Float64Array): number {
  let [products, squares] = [0, 0];
  for (const [t, residual] of residuals.entries()) {
    squares += residual ** 2;
    if (t > 0) products += residual * residuals[t - 1]!;
  }
  return products / squares;
}
