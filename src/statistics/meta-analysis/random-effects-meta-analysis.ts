import { ok, refuse, type Result } from '../../shared/result.ts';
import { chiSquared } from '../distributions/chi-squared.ts';
import { normal } from '../distributions/normal.ts';
import { studentT } from '../distributions/student-t.ts';
import { faultOfLevel } from '../proportions/arm.ts';
import { refuseFor, type StatisticsRefusal } from '../refusal.ts';
import { faultOfStudies, type StudyEffect } from './study-effect.ts';
import { tauSquaredByDerSimonianLaird } from './tau-squared-by-dersimonian-laird.ts';
import { tauSquaredByReml } from './tau-squared-by-reml.ts';
import { weightedSums } from './weighted-sums.ts';

export interface MetaAnalysisOptions {
  /** How the variance between studies is estimated. */
  readonly tauSquaredBy: 'dersimonian-laird' | 'reml';
  /**
   * What the interval rests on: the normal distribution, or Hartung and Knapp's variance with Student's t; `modified`,
   * that variance never taken for less than the normal one.
   */
  readonly interval: 'normal' | 'hartung-knapp' | 'modified-hartung-knapp';
  /** 0.95 where it is left out. */
  readonly level?: number;
}

/** Everything on the additive scale of the estimates: take exponentials where they are logarithms of ratios. */
export interface MetaAnalysis {
  readonly studies: number;
  readonly pooled: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** Of no effect on average, two-sided. */
  readonly statistic: number;
  readonly p: number;
  /** Between-study variance, in squared units of the estimates. */
  readonly tauSquared: number;
  /** Of the total variance, the per cent which lies between studies. */
  readonly iSquared: number;
  /** Cochran's Q of no spread beyond chance, on `studies` - 1 degrees of freedom, and its p. */
  readonly q: number;
  readonly qP: number;
  /** Where the true effect of a further study like these is expected. */
  readonly predictionLow: number;
  readonly predictionHigh: number;
  /** Hartung and Knapp's variance came out below the normal one by luck, and the interval rests on it all the same. */
  readonly isNarrowedByLuck: boolean;
  /** Per cent of the pooled estimate that each study brings. */
  readonly weights: readonly number[];
}

/**
 * Pools studies whose true effects differ.
 *
 *   pooled = Σ w y / Σ w,   w = 1 / (variance + tau²)
 *   standard error: normal  √(1 / Σw);   Hartung-Knapp  √(q / Σw), q = Σ w (y - pooled)² / (k - 1), with t on k - 1 degrees
 *     modified Hartung-Knapp  √(max(q, 1) / Σw), with the same t
 *   prediction interval: pooled ± quantile √(standard error² + tau²)
 *   I² = 100 tau² / (tau² + s²),   s² = (k - 1) Σu / ((Σu)² - Σu²),  u = 1 / variance
 *
 * Sources: DerSimonian and Laird 1986; J. Hartung and G. Knapp, Statistics in Medicine 20, 2001, 3875-3889; J. Higgins and
 * S. Thompson, Statistics in Medicine 21, 2002, 1539-1558 (I²); C. Röver, G. Knapp and T. Friede, BMC Medical Research
 * Methodology 15, 2015, 99 (the modification; metafor's `test = "adhoc"`); J. Higgins, S. Thompson and D. Spiegelhalter, JRSS A 172,
 * 2009, 137-159 (prediction).
 * Choices, all as R's metafor makes them: the prediction interval takes the same quantile as the interval (Higgins 2009
 * take t on k - 2 degrees, which is wider when studies are few); I² follows the tau² in use, so that with
 * DerSimonian-Laird it is (Q - df) / Q; Hartung-Knapp is not widened where its variance is below the normal one.
 * What to expect: a 95% Hartung-Knapp interval covers as it says with studies of like size (simulated in the test), but
 * only some 90% where one of eight studies is sixteen times as precise as another; metafor's does the same.
 * The prediction interval takes tau² as known and covers some 91% with ten studies.
 * With two or three studies q is often near 0 by luck, and the interval far narrower than the normal one: with two alike
 * it has no width at all. `isNarrowedByLuck` says so; the modified interval is never narrower.
 * Refuses fewer than two studies, and an estimate or a standard error that is none.
 */
export function randomEffectsMetaAnalysis(
  studies: readonly StudyEffect[],
  { tauSquaredBy, interval, level = 0.95 }: MetaAnalysisOptions,
): Result<MetaAnalysis, StatisticsRefusal> {
  const fault = faultOfLevel(level) ?? faultOfStudies(studies);
  if (fault !== null) return refuse(fault);
  const between = tauSquaredBy === 'reml' ? tauSquaredByReml(studies) : ok(tauSquaredByDerSimonianLaird(studies));
  if (!between.ok) return between;
  const tauSquared = between.value;
  const { weights, sum, mean: pooled, spread } = weightedSums(studies, tauSquared);
  const degrees = studies.length - 1;
  const knapp = interval !== 'normal';
  const observed = spread / degrees;
  const standardError = Math.sqrt(scaleOf(interval, observed) / sum);
  if (interval === 'hartung-knapp' && studies.every(({ estimate }) => estimate === studies[0]!.estimate)) {
    return refuseFor(
      'no-variation',
      'Every study gives the same estimate, so the Hartung-Knapp interval has no width; the modified one has.',
    );
  }
  const reference = knapp ? studentT(degrees) : normal;
  const quantile = reference.upperQuantile((1 - level) / 2);
  const statistic = pooled / standardError;
  const reach = quantile * Math.sqrt(standardError ** 2 + tauSquared);
  const { q, iSquared } = heterogeneity(studies, tauSquared);
  return ok({
    studies: studies.length,
    pooled,
    standardError,
    low: pooled - quantile * standardError,
    high: pooled + quantile * standardError,
    statistic,
    p: 2 * reference.upper(Math.abs(statistic)),
    tauSquared,
    iSquared,
    q,
    qP: chiSquared(degrees).upper(q),
    predictionLow: pooled - reach,
    predictionHigh: pooled + reach,
    isNarrowedByLuck: interval === 'hartung-knapp' && observed < 1,
    weights: weights.map((weight) => (100 * weight) / sum),
  });
}

/** What the normal variance is multiplied by. `observed`: how far studies lie apart, over how far they should. */
function scaleOf(interval: MetaAnalysisOptions['interval'], observed: number): number {
  switch (interval) {
    case 'normal':
      return 1;
    case 'hartung-knapp':
      return observed;
    case 'modified-hartung-knapp':
      return Math.max(1, observed);
  }
}

function heterogeneity(studies: readonly StudyEffect[], tauSquared: number): { q: number; iSquared: number } {
  const { sum, sumOfSquares, spread } = weightedSums(studies, 0);
  const typicalWithin = ((studies.length - 1) * sum) / (sum ** 2 - sumOfSquares);
  return { q: spread, iSquared: (100 * tauSquared) / (tauSquared + typicalWithin) };
}
